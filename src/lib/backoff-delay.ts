const FIRST_MS = 500;

/**
 * The delay before the next attempt after `failures` failures in a row, in milliseconds: exponential
 * with jitter. The jitter is applied after the limit, or else, after some failures, a whole hall would
 * try again at the same moment.
 *
 * @param random from 0 to 1
 */
export function backoffDelay(failures: number, longestMs: number, random: number): number {
  const base = Math.min(FIRST_MS * 2 ** failures, longestMs);
  return base * (0.4 + 1.2 * random);
}
