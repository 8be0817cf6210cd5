import { TokenBucket, type Rate } from './rate-limit.ts';

const REFILL_MS = 5;
// Between two slices everybody else has a turn of the event loop.
const SLICE_MS = 1;

/** Work of which a part is done at each turn. */
export interface LaneWork {
  /** Does the next part, and returns its cost. */
  turn(): number;
  /** True where nothing is left to do. */
  readonly isDone: boolean;
}

/**
 * A rate that many share: each has a part of its work done in turn, as long as there are tokens. More
 * who want much take from each other, and from nobody outside the lane. Never works at once: callers
 * see their work begin in a later turn of the event loop.
 */
export class FairLane {
  readonly #waiting = new Set<LaneWork>();
  readonly #tokens: TokenBucket;
  #isPlanned = false;

  /** @param refillMs milliseconds to wait once the tokens are used up */
  constructor(
    rate: Rate,
    readonly refillMs = REFILL_MS,
  ) {
    this.#tokens = new TokenBucket(rate);
  }

  enter(work: LaneWork): void {
    this.#waiting.add(work);
    if (!this.#isPlanned) setImmediate(() => this.#run());
    this.#isPlanned = true;
  }

  #run(): void {
    this.#isPlanned = false;
    const until = performance.now() + SLICE_MS;
    let now = until - SLICE_MS;
    try {
      // What enters again while this goes on has its turn after the others.
      for (const work of this.#waiting) {
        if (now > until || !this.#tokens.take(now, 0)) break;
        this.#waiting.delete(work);
        const cost = work.turn();
        now = performance.now();
        this.#tokens.take(now, cost);
        if (!work.isDone) this.#waiting.add(work);
      }
    } finally {
      if (this.#waiting.size > 0) this.#plan(now > until);
    }
  }

  #plan(isSliceOver: boolean): void {
    this.#isPlanned = true;
    if (isSliceOver) setImmediate(() => this.#run());
    else setTimeout(() => this.#run(), this.refillMs).unref();
  }
}
