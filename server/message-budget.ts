// A thumb sends a few messages a second at most; a console that is clicked through, a few more.
const PER_SECOND = 20;
const AT_ONCE = 40;

/** How much one connection may say: a bucket of `AT_ONCE` messages, refilled by `PER_SECOND`. */
export class MessageBudget {
  #left = AT_ONCE;
  #filledAt = 0;

  /** Whether there is room for one more message at `now`, in milliseconds of any steady clock. */
  take(now: number): boolean {
    const refill = ((now - this.#filledAt) / 1000) * PER_SECOND;
    this.#left = Math.min(AT_ONCE, this.#left + refill);
    this.#filledAt = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}

/** What one connection may say, and how often it may come in. */
interface Budgets {
  readonly entries: MessageBudget;
  readonly messages: MessageBudget;
}

const known = new WeakMap<object, Budgets>();

/** The budgets of a connection: it may come in anew, and does not get others then. */
export function budgetsOf(connection: object): Budgets {
  const budgets = known.get(connection) ?? {
    entries: new MessageBudget(),
    messages: new MessageBudget(),
  };
  known.set(connection, budgets);
  return budgets;
}
