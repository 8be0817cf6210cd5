import type { OnFault } from '../telemetry/guarded.ts';

/** A change, or several gathered, that was published. */
export interface Published {
  /** The number of changes in it. */
  readonly changes: number;
  /** Its size for one recipient. */
  readonly bytes: number;
}

/** Milliseconds until the next change of a key may go out; 0: at once. */
export type NextInterval = (key: string, published: Published, now: number) => number;

/**
 * Publishes the first change at once, and gathers those that follow within the interval, to publish
 * them together after it: so the last change always goes out.
 */
export class Throttle {
  readonly #waiting = new Map<string, { changes: number; timer: NodeJS.Timeout }>();
  #isStopped = false;

  /** `publish` returns the bytes that it sent to each recipient. */
  constructor(
    readonly nextInterval: NextInterval,
    readonly publish: (key: string) => number,
    readonly onFault: OnFault,
  ) {}

  changed(key: string): void {
    if (this.#isStopped) return;
    const waiting = this.#waiting.get(key);
    if (waiting === undefined) this.#publish(key, 1);
    else waiting.changes += 1;
  }

  stop(): void {
    this.#isStopped = true;
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
  }

  #publish(key: string, changes: number): void {
    const interval = this.nextInterval(key, { changes, bytes: this.#send(key) }, performance.now());
    if (interval <= 0) return;
    const timer = setTimeout(() => {
      const gathered = this.#waiting.get(key)?.changes ?? 0;
      this.#waiting.delete(key);
      if (gathered > 0) this.#publish(key, gathered);
    }, interval);
    this.#waiting.set(key, { changes: 0, timer });
  }

  /** The bytes that were sent; 0 where it threw, and the next change is published all the same. */
  #send(key: string): number {
    try {
      return this.publish(key);
    } catch (error) {
      this.onFault(error);
      return 0;
    }
  }
}

/** The same interval after each change. */
export function fixedInterval(milliseconds: number): NextInterval {
  return () => milliseconds;
}

const CROWD_STARTS_AT = 12;
const CROWD_ENDS_AT = 8;

/**
 * Intervals for stages, of which there are few: each change at once, for in a small room each is an
 * event. Only a crowd's changes, which nobody could follow singly, are gathered for `interval`: from
 * the moment when a dozen have come within it, until no more than eight come in one.
 */
export function crowdInterval(interval: number): NextInterval {
  const published = new Map<string, number[]>();
  return (key, { changes }, now) => {
    const lately = (published.get(key) ?? []).filter((at) => now - at < interval);
    published.set(key, [...lately, now].slice(-CROWD_STARTS_AT));
    return changes > CROWD_ENDS_AT || lately.length + 1 >= CROWD_STARTS_AT ? interval : 0;
  };
}

/**
 * Intervals for phones, of which there are many on one Wi-Fi: at most `perSecond` changes and at most
 * `bytesPerSecond` a second, however large a tally is.
 */
export function bandwidthInterval(perSecond: number, bytesPerSecond: number): NextInterval {
  return (_, { bytes }) => 1000 * Math.max(1 / perSecond, bytes / bytesPerSecond);
}
