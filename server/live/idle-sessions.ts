/** Limits on sessions that are in memory without being used. Times in milliseconds. */
export interface IdleLimits {
  /** A session that nobody has used for so long is let go. */
  readonly after: number;
  /** The most sessions that stay unused; beyond it, the longest unused go first. */
  readonly most: number;
  /** The most facts of all sessions that stay unused; the latest used may have more by itself. */
  readonly mostFacts: number;
  /** Nobody who has just asked for a session finds it let go before they are in. */
  readonly grace: number;
}

/**
 * Longer than a phone is missed for (missing-clients.ts), so that the console's numbers do not jump.
 * A session with a long deck takes about a megabyte, and a thousand facts half of one.
 */
export const defaultIdleLimits: IdleLimits = {
  after: 600_000,
  most: 20,
  mostFacts: 150_000,
  grace: 2_000,
};

const SWEEPS_PER_GRACE = 2;

/** `closed`: it was deleted, or is being read again, and is not to be let go. */
export type Usage = 'used' | 'unused' | 'closed';

/** Lets go of what nobody uses: it is opened again when somebody asks for it. */
export class IdleSessions<Session> {
  /** The time of each open session's last use, by `performance.now()`; the longest unused first. */
  readonly #lastUsed = new Map<Session, number>();
  readonly #timer: NodeJS.Timeout;

  constructor(
    readonly limits: IdleLimits,
    readonly usageOf: (session: Session) => Usage,
    readonly factsOf: (session: Session) => number,
    readonly letGo: (session: Session) => void,
  ) {
    this.#timer = setInterval(() => this.#sweep(), limits.grace / SWEEPS_PER_GRACE);
    this.#timer.unref();
  }

  /** Notes that somebody has asked for a session. */
  used(session: Session): void {
    // Deleted first, it becomes the last in the order of the map.
    this.#lastUsed.delete(session);
    this.#lastUsed.set(session, performance.now());
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #sweep(): void {
    for (const session of [...this.#lastUsed.keys()]) {
      const usage = this.usageOf(session);
      if (usage === 'used') this.used(session);
      if (usage === 'closed') this.#lastUsed.delete(session);
    }
    const now = performance.now();
    const idle = [...this.#lastUsed].filter(([, at]) => now - at >= this.limits.grace);
    let facts = idle.reduce((sum, [session]) => sum + this.factsOf(session), 0);
    for (const [index, [session, at]] of idle.entries()) {
      const left = idle.length - index;
      const isTooMuch = left > this.limits.most || (left > 1 && facts > this.limits.mostFacts);
      if (!isTooMuch && now - at < this.limits.after) return;
      facts -= this.factsOf(session);
      this.#lastUsed.delete(session);
      this.letGo(session);
    }
  }
}
