import type { Pool } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Mutex } from '../../src/lib/mutex.ts';

/** Limits wrong guesses per address: after too many, the address must wait. */
export interface BruteForceLimiter {
  /** Seconds until the next guess of this address is allowed; 0 if it is allowed now. */
  secondsToWait(address: string): Promise<number>;
  /** Counts a wrong guess from this address. */
  recordFailure(address: string): Promise<void>;
  /** Runs guesses one at a time, so that simultaneous ones cannot exceed the limit. */
  runExclusive<Value>(guess: () => Promise<Value>): Promise<Value>;
}

/** The table in which nodes count wrong guesses together. */
export interface GuessTable {
  readonly pool: Pool;
  readonly name: string;
  /** Keeps the guesses of one kind apart from those of another. */
  readonly kind: string;
}

/**
 * Allows `points` wrong guesses from one address in each `seconds`, at all nodes that share a table. While that
 * cannot be reached, each node counts for itself.
 */
export function bruteForceLimiter(
  points: number,
  seconds: number,
  table: GuessTable | null = null,
): BruteForceLimiter {
  const own = new RateLimiterMemory({ points, duration: seconds });
  const limiter =
    table === null
      ? own
      : new RateLimiterPostgres({
          ...{ points, duration: seconds, insuranceLimiter: own },
          ...{ storeClient: table.pool, storeType: 'pool', tableName: table.name },
          ...{ tableCreated: true, keyPrefix: table.kind, clearExpiredByTimeout: true },
        });
  const mutex = new Mutex();
  return {
    runExclusive: (guess) => mutex.run(guess),
    async secondsToWait(address) {
      const seen = await limiter.get(address);
      if (seen === null || seen.consumedPoints < points) return 0;
      return Math.max(1, Math.ceil(seen.msBeforeNext / 1000));
    },
    async recordFailure(address) {
      await limiter.consume(address).catch((over: unknown) => {
        if (!(over instanceof RateLimiterRes)) throw over;
      });
    },
  };
}
