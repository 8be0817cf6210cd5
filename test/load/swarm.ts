import type { Dialect } from './dialects.ts';
import { seededRandom } from '../../server/cli/rehearse/statistics.ts';
import { Phone, type PhoneWatcher } from './phone.ts';

/** Times of joining of a crowd: milliseconds from opening its connection to its first snapshot. */
export interface Joining {
  readonly milliseconds: readonly number[];
  readonly refused: number;
}

export interface Acknowledged {
  readonly at: number;
  readonly milliseconds: number;
}

/** Results of a crowd's answers. Milliseconds from sending each. */
export interface Answering {
  readonly acknowledged: readonly number[];
  /** The same, each with the moment of its acknowledgement in milliseconds of one steady clock. */
  readonly timed: readonly Acknowledged[];
  readonly refused: number;
  /** Sent, and neither acknowledged nor refused before the timeout. */
  readonly lost: number;
  readonly onStage: readonly number[];
  /** On some of the phones, every fiftieth. */
  readonly onPhones: readonly number[];
}

const TIMEOUT_MS = 30_000;
const SAMPLE = 50;

/** Phones that do what they are told, all at once, and one stage that watches. */
export class Swarm implements PhoneWatcher {
  readonly phones: Phone[] = [];
  readonly #stage: Phone;
  readonly #seen = new Map<Phone, number>();
  #sentAt: number[] = [];
  #joinedMs: number[] = [];
  #timed: Acknowledged[] = [];
  #stageMs: number[] = [];
  #phoneMs: number[] = [];
  #refused = 0;
  /** Answers that were ever counted, by the stage. */
  #talliedBefore = 0;
  onAcknowledged: ((phone: Phone, ok: boolean) => void) | null = null;
  dropped = 0;

  constructor(
    readonly dialect: Dialect,
    readonly port: number,
    readonly code: string,
  ) {
    this.#stage = new Phone(dialect, 0, this);
  }

  async watch(): Promise<void> {
    this.#stage.connect(this.port, this.code, 'stage');
    await until(() => this.#stage.isJoined);
  }

  /** Lets so many more phones join, evenly, within so many milliseconds. */
  async join(count: number, within: number): Promise<Joining> {
    this.#joinedMs = [];
    this.#refused = 0;
    const first = this.phones.length;
    const coming = Array.from(
      { length: count },
      (_, n) => new Phone(this.dialect, first + n, this),
    );
    this.phones.push(...coming);
    await inTime(coming, within, seededRandom(7), (phone) => phone.connect(this.port, this.code));
    await until(() => this.#joinedMs.length + this.#refused >= count);
    return { milliseconds: this.#joinedMs, refused: this.#refused };
  }

  /** These phones answer, each once, at random moments within so many milliseconds. */
  async answer(phones: readonly Phone[], within: number, seed = 1): Promise<Answering> {
    this.#begin();
    const chance = seededRandom(seed);
    await inTime(phones, within, seededRandom(seed + 1), (phone) => {
      this.#sentAt.push(performance.now());
      phone.answer(Math.floor(chance() * 4));
    });
    const settled = (): boolean => this.#timed.length + this.#refused >= phones.length;
    await until(settled);
    return {
      acknowledged: this.#timed.map(({ milliseconds }) => milliseconds),
      timed: this.#timed,
      refused: this.#refused,
      lost: phones.length - this.#timed.length - this.#refused,
      onStage: this.#stageMs,
      onPhones: this.#phoneMs,
    };
  }

  /** These phones answer again as soon as they are acknowledged; resolves with the acks in the time. */
  async answerOnAndOn(phones: readonly Phone[], within: number): Promise<Answering> {
    this.#begin();
    const chance = seededRandom(3);
    const answer = (phone: Phone): void => phone.answer(Math.floor(chance() * 4));
    let sent = phones.length;
    const end = performance.now() + within;
    this.onAcknowledged = (phone) => {
      if (performance.now() > end) return;
      sent += 1;
      answer(phone);
    };
    for (const phone of phones) answer(phone);
    await until(() => performance.now() > end);
    const inTimeAcks = this.#timed.length;
    await until(() => this.#timed.length + this.#refused >= sent);
    this.onAcknowledged = null;
    return {
      acknowledged: this.#timed.slice(0, inTimeAcks).map(({ milliseconds }) => milliseconds),
      timed: this.#timed,
      refused: this.#refused,
      lost: sent - this.#timed.length - this.#refused,
      onStage: [],
      onPhones: [],
    };
  }

  leave(): void {
    for (const phone of this.phones) phone.cut();
    this.#stage.cut();
  }

  #begin(): void {
    this.#sentAt = [];
    this.#timed = [];
    this.#stageMs = [];
    this.#phoneMs = [];
    this.#refused = 0;
    this.#talliedBefore = this.#seen.get(this.#stage) ?? 0;
  }

  joined(phone: Phone): void {
    if (phone !== this.#stage) this.#joinedMs.push(performance.now() - phone.startedAt);
  }

  refused(): void {
    this.#refused += 1;
  }

  acknowledged(phone: Phone, ok: boolean, milliseconds: number): void {
    if (ok) this.#timed.push({ at: performance.now(), milliseconds });
    else this.#refused += 1;
    this.onAcknowledged?.(phone, ok);
  }

  /** The nth answer that was sent counts as seen once the tally has n more than before. */
  tallied(phone: Phone, answered: number): void {
    const isStage = phone === this.#stage;
    if (Number.isNaN(answered) || (!isStage && phone.place % SAMPLE !== 0)) return;
    const before = this.#seen.get(phone);
    this.#seen.set(phone, answered);
    if (!isStage && before === undefined) return;
    const times = isStage ? this.#stageMs : this.#phoneMs;
    const now = performance.now();
    for (let nth = before ?? 0; nth < answered; nth += 1) {
      const sentAt = this.#sentAt[nth - this.#talliedBefore];
      if (sentAt !== undefined) times.push(now - sentAt);
    }
  }

  closed(phone: Phone): void {
    if (phone !== this.#stage) this.dropped += 1;
  }
}

/** Does something for each, in their order, at random moments within so many milliseconds. */
async function inTime<Item>(
  items: readonly Item[],
  within: number,
  chance: () => number,
  act: (item: Item) => void,
): Promise<void> {
  const due = items.map(() => chance() * within).sort((a, b) => a - b);
  const began = performance.now();
  let next = 0;
  await new Promise<void>((done) => {
    const turn = (): void => {
      const now = performance.now() - began;
      while (next < items.length && (due[next] ?? 0) <= now) {
        const item = items[next];
        if (item !== undefined) act(item);
        next += 1;
      }
      if (next < items.length) setTimeout(turn, 1);
      else done();
    };
    turn();
  });
}

/** Resolves once something holds, or the timeout is over. */
async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + TIMEOUT_MS;
  await new Promise<void>((done) => {
    const look = (): void => {
      if (holds() || performance.now() > end) done();
      else setTimeout(look, 5);
    };
    look();
  });
}
