export interface Rate {
  readonly atOnce: number;
  readonly perSecond: number;
}

/** Rates for one connection. */
export const rates = {
  // A thumb sends a few messages a second at most; a console that is clicked through, a few more.
  messages: { atOnce: 40, perSecond: 20 },
  // A hand that points or draws: twenty places a second look like one movement.
  gestures: { atOnce: 40, perSecond: 30 },
  // A thumb that claps: more say no more.
  reactions: { atOnce: 4, perSecond: 1 },
  // Somebody who looks for a name tries some; each is kept in the log.
  names: { atOnce: 6, perSecond: 0.2 },
  // Each take-home is made from every question, and is some hundred times larger than its request.
  takeHomes: { atOnce: 10, perSecond: 1 },
} as const satisfies Record<string, Rate>;

/** A token bucket: a burst of `atOnce`, and `perSecond` in the long run. */
export class TokenBucket {
  #tokens: number;
  #filledAt = 0;

  constructor(readonly rate: Rate = rates.messages) {
    this.#tokens = rate.atOnce;
  }

  /**
   * Takes `cost` tokens, if there is one at least, at `now` in milliseconds of any steady clock. A
   * larger cost leaves a debt.
   */
  take(now: number, cost = 1): boolean {
    const refill = ((now - this.#filledAt) / 1000) * this.rate.perSecond;
    this.#tokens = Math.min(this.rate.atOnce, this.#tokens + refill);
    this.#filledAt = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= cost;
    return true;
  }
}
