import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Mutex } from '../storage/mutex.ts';

/** Slows down guessing: after so many wrong guesses, an address must wait. */
export interface BruteForceLimiter {
  /** Seconds that this address must wait before its next guess is looked at; 0 for none. */
  secondsToWait(address: string): Promise<number>;
  /** Counts a wrong guess from this address. */
  recordFailure(address: string): Promise<void>;
  /** Runs one guess after another, so that none slips by while another is still looked up. */
  runExclusive<Value>(guess: () => Promise<Value>): Promise<Value>;
}

/** Allows `points` wrong guesses from one address in each `seconds`. */
export function bruteForceLimiter(points: number, seconds: number): BruteForceLimiter {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
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
