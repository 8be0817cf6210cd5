interface Rate {
  readonly atOnce: number;
  readonly perSecond: number;
}

// A thumb sends a few messages a second at most; a console that is clicked through, a few more.
const MESSAGES: Rate = { atOnce: 40, perSecond: 20 };
// Each is made for its attendee out of every question, and some hundred times larger than the asking.
const PAGES: Rate = { atOnce: 10, perSecond: 1 };

/** How much one connection may say: a bucket of messages, refilled as time goes by. */
export class TokenBucket {
  #left: number;
  #filledAt = 0;

  constructor(readonly rate: Rate = MESSAGES) {
    this.#left = rate.atOnce;
  }

  /** Whether there is room for one more message at `now`, in milliseconds of any steady clock. */
  take(now: number): boolean {
    const refill = ((now - this.#filledAt) / 1000) * this.rate.perSecond;
    this.#left = Math.min(this.rate.atOnce, this.#left + refill);
    this.#filledAt = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}

/** What one connection may say, and how often it may come in. */
interface Budgets {
  readonly entries: TokenBucket;
  readonly messages: TokenBucket;
  /** Pages to take home. */
  readonly pages: TokenBucket;
}

const known = new WeakMap<object, Budgets>();

/** The budgets of a connection: it may come in anew, and does not get others then. */
export function budgetsOf(connection: object): Budgets {
  const budgets = known.get(connection) ?? {
    entries: new TokenBucket(),
    messages: new TokenBucket(),
    pages: new TokenBucket(PAGES),
  };
  known.set(connection, budgets);
  return budgets;
}
