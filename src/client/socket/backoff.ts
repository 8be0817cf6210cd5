const FIRST_MS = 500;
const MAX_MS = 2_500;

/**
 * The delay before the next connection attempt after `failures` failures in a row, in milliseconds:
 * exponential with jitter. The jitter is applied after the limit, or else, after some failures, a whole
 * hall would reconnect at the same moment.
 */
export function backoff(failures: number): number {
  const base = Math.min(FIRST_MS * 2 ** failures, MAX_MS);
  return base * (0.4 + 1.2 * Math.random());
}

/** A delay between `seconds` and twice that, in milliseconds, because a whole hall is given the same. */
export function backoffAtLeast(seconds: number): number {
  return seconds * 1000 * (1 + Math.random());
}
