const FIRST_MS = 500;
const LONGEST_MS = 2_500;

/**
 * How long a page waits, in milliseconds, that has failed to connect so many times in a row: longer
 * each time, up to some seconds, and never as long as the page beside it. Chance is not cut off at
 * the longest wait: after some failures a whole hall would wait exactly that.
 */
export function backoff(failures: number): number {
  const usual = Math.min(FIRST_MS * 2 ** failures, LONGEST_MS);
  return usual * (0.4 + 1.2 * Math.random());
}

/** So many seconds and a random part of as many, in milliseconds: a whole hall is told the same. */
export function backoffAtLeast(seconds: number): number {
  return seconds * 1000 * (1 + Math.random());
}
