import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Mutex } from '../storage/mutex.ts';

/** Slows down whoever guesses: after so many wrong ones, a network must wait. */
export interface BruteForceLimiter {
  /** Seconds that this address must wait before it is heard again; 0 for none. */
  waitFor(address: string): Promise<number>;
  /** Notes a wrong guess from this address. */
  wrong(address: string): Promise<void>;
  /** Hears one guess after another, so that none slips by while another is still looked up. */
  inTurn<Value>(guess: () => Promise<Value>): Promise<Value>;
}

/** Allows `points` wrong guesses from one address in each `seconds`. */
export function bruteForceLimiter(points: number, seconds: number): BruteForceLimiter {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  const turns = new Mutex();
  return {
    inTurn: (guess) => turns.run(guess),
    async waitFor(address) {
      const seen = await limiter.get(address);
      if (seen === null || seen.consumedPoints < points) return 0;
      return Math.max(1, Math.ceil(seen.msBeforeNext / 1000));
    },
    async wrong(address) {
      await limiter.consume(address).catch((over: unknown) => {
        if (!(over instanceof RateLimiterRes)) throw over;
      });
    },
  };
}
