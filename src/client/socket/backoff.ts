import { backoffDelay } from '../../lib/backoff-delay.ts';

const LONGEST_MS = 2_500;

/** The delay before the next connection attempt after `failures` failures in a row, in milliseconds. */
export function backoff(failures: number): number {
  return backoffDelay(failures, LONGEST_MS, Math.random());
}

/** A delay between `seconds` and twice that, in milliseconds, because a whole hall is given the same. */
export function backoffAtLeast(seconds: number): number {
  return seconds * 1000 * (1 + Math.random());
}
