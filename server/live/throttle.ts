/** What a published change was like. */
export interface Published {
  /** How many changes went out in it. */
  readonly changes: number;
  /** How large it was, for one recipient. */
  readonly bytes: number;
}

/** How long something rests after it was published, in milliseconds; 0: not at all. */
export type NextInterval = (key: string, published: Published, now: number) => number;

/**
 * Lets the first change out at once and gathers those that come while its key rests, which go out
 * together after that: so the last change always goes out.
 */
export class Throttle {
  readonly #resting = new Map<string, { changes: number; timer: NodeJS.Timeout }>();

  /** `publish` returns how many bytes it sent to each recipient. */
  constructor(
    readonly rest: NextInterval,
    readonly publish: (key: string) => number,
  ) {}

  changed(key: string): void {
    const resting = this.#resting.get(key);
    if (resting === undefined) this.#publish(key, 1);
    else resting.changes += 1;
  }

  stop(): void {
    for (const { timer } of this.#resting.values()) clearTimeout(timer);
    this.#resting.clear();
  }

  #publish(key: string, changes: number): void {
    const bytes = this.publish(key);
    const rest = this.rest(key, { changes, bytes }, performance.now());
    if (rest <= 0) return;
    const timer = setTimeout(() => {
      const gathered = this.#resting.get(key)?.changes ?? 0;
      this.#resting.delete(key);
      if (gathered > 0) this.#publish(key, gathered);
    }, rest);
    this.#resting.set(key, { changes: 0, timer });
  }
}

/** Rests the same time after everything. */
export function fixedInterval(milliseconds: number): NextInterval {
  return () => milliseconds;
}

const AT_ONCE = 12;
const CROWD = 8;

/**
 * For stages, of which there are few: each change at once, as in a small room each is an event. Only
 * a crowd, whose changes nobody could follow singly, is shown ten times a second: from the moment
 * when a dozen have come within a tenth of a second, until no more than eight come in one.
 */
export function crowdInterval(interval: number): NextInterval {
  const published = new Map<string, number[]>();
  return (key, { changes }, now) => {
    const lately = (published.get(key) ?? []).filter((at) => now - at < interval);
    published.set(key, [...lately, now].slice(-AT_ONCE));
    return changes > CROWD || lately.length + 1 >= AT_ONCE ? interval : 0;
  };
}

/**
 * For phones, of which there are many on one Wi-Fi: at most `perSecond` times a second, and no
 * more than so many bytes a second, however large a tally is.
 */
export function bandwidthInterval(perSecond: number, bytesPerSecond: number): NextInterval {
  return (_, { bytes }) => 1000 * Math.max(1 / perSecond, bytes / bytesPerSecond);
}
