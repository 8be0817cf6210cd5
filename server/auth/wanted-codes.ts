// A hall asks more often within a second; somebody who guesses asks for another code each time.
const LEAST_ASKED = 3;
/** Milliseconds between two codes of an address that are looked up. */
const TURN_MS = 1_000;
// Long enough for the turn of a hall's code, and for guesses to be few.
const PATIENCE_MS = 3_000;
const REMEMBERED_MS = 30_000;
const MOST_CODES = 1_000;

interface WantedCode {
  asked: number;
  askedAt: number;
  readonly waiting: Set<(isTurn: boolean) => void>;
}

/**
 * The codes that are asked for from addresses that sent too many wrong ones. From one address somebody
 * guesses many codes, and a hall asks for the same one: the code that was asked for most often is looked
 * up, one a second. So each guess costs a second, and a hall comes in.
 */
export class WantedCodes {
  readonly #addresses = new Map<string, AskedAt>();

  /** Resolves with true at the turn of this code, or with false where it does not come soon. */
  async isTurn(address: string, code: string): Promise<boolean> {
    return this.#at(address).ask(code);
  }

  /** Notes that a code was looked up in vain. For half a minute it has no further turn. */
  noteWrong(address: string, code: string): void {
    this.#at(address).noteWrong(code);
  }

  /** The number of addresses that are remembered. */
  get size(): number {
    return this.#addresses.size;
  }

  #at(address: string): AskedAt {
    const known = this.#addresses.get(address);
    if (known !== undefined) return known;
    const made = new AskedAt(() => this.#addresses.delete(address));
    this.#addresses.set(address, made);
    return made;
  }
}

/** The codes that are asked for at one address. */
class AskedAt {
  readonly #codes = new Map<string, WantedCode>();
  /** Codes that no session has, by when they were looked up: one a second. */
  readonly #wrong = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;

  /** `forgotten` is called when no code is left. */
  constructor(readonly forgotten: () => void) {
    this.#timer = setInterval(() => this.#turn(), TURN_MS).unref();
  }

  noteWrong(code: string): void {
    this.#wrong.set(code, performance.now());
  }

  async ask(code: string): Promise<boolean> {
    if (this.#wrong.has(code)) return false;
    const wanted = this.#codes.get(code) ?? { asked: 0, askedAt: 0, waiting: new Set() };
    wanted.asked += 1;
    wanted.askedAt = performance.now();
    this.#codes.set(code, wanted);
    if (this.#codes.size > MOST_CODES) this.#dropLeastWanted(wanted);
    return new Promise((resolve) => {
      const settle = (isTurn: boolean): void => {
        clearTimeout(patience);
        wanted.waiting.delete(settle);
        resolve(isTurn);
      };
      const patience = setTimeout(() => settle(false), PATIENCE_MS);
      wanted.waiting.add(settle);
    });
  }

  #turn(): void {
    const waiting = [...this.#codes].filter(
      ([, { asked, waiting: some }]) => asked >= LEAST_ASKED && some.size > 0,
    );
    const [most] = waiting.sort(([, a], [, b]) => b.asked - a.asked);
    if (most !== undefined) this.#settle(...most, true);
    const forgetBefore = performance.now() - REMEMBERED_MS;
    for (const [code, wanted] of this.#codes) {
      if (wanted.askedAt < forgetBefore) this.#settle(code, wanted, false);
    }
    for (const [code, at] of this.#wrong) if (at < forgetBefore) this.#wrong.delete(code);
    if (this.#codes.size + this.#wrong.size > 0) return;
    clearInterval(this.#timer);
    this.forgotten();
  }

  /**
   * Drops the first of those that were asked for least, and never the newest: where a thousand others were
   * asked for twice, a hall's code would not get to its second time.
   */
  #dropLeastWanted(newest: WantedCode): void {
    let least: readonly [string, WantedCode] | null = null;
    for (const one of this.#codes) {
      if (one[1] === newest) continue;
      if (least === null || one[1].asked < least[1].asked) least = one;
      if (least[1].asked === 1) break;
    }
    if (least !== null) this.#settle(...least, false);
  }

  #settle(code: string, { waiting }: WantedCode, isTurn: boolean): void {
    this.#codes.delete(code);
    for (const settle of waiting) settle(isTurn);
  }
}
