import { RateLimiterMemory } from 'rate-limiter-flexible';

const SHORT_MS = 10_000;
const MOST = 100;
const WITHIN_SECONDS = 10;

/**
 * Remembers the addresses at which one connection after the other ends soon after it was opened. A phone
 * that joins stays; each join costs the server two milliseconds.
 */
export class ShortConnections {
  readonly #ended = new RateLimiterMemory({ points: MOST, duration: WITHIN_SECONDS });

  /** Notes the end of a connection that was open for some milliseconds. */
  async ended(address: string, openMs: number): Promise<void> {
    if (openMs < SHORT_MS) await this.#ended.penalty(address);
  }

  /** Resolves with true where more than 100 ended within ten seconds. */
  async areMany(address: string): Promise<boolean> {
    const seen = await this.#ended.get(address);
    return seen !== null && seen.consumedPoints > MOST;
  }
}
