import { describe, expect, it } from 'vitest';
import { backoff, backoffAtLeast } from './backoff.ts';

const hall = 1_000;

/** The sorted delays of all phones in a hall. */
function waitsOf(wait: () => number): number[] {
  return Array.from({ length: hall }, wait).sort((one, other) => one - other);
}

/** The largest share of a hall that comes within a tenth of the longest wait. */
function mostAtOnce(sorted: readonly number[]): number {
  const width = (sorted.at(-1) ?? 0) / 10;
  const together = (from: number) => sorted.filter((at) => at >= from && at < from + width).length;
  return Math.max(...sorted.map(together)) / hall;
}

describe('the backoff of a hall that lost its server', () => {
  it('[R3] is spread out after any number of failures', () => {
    for (let failures = 0; failures < 30; failures += 1) {
      const waits = waitsOf(() => backoff(failures));
      expect(mostAtOnce(waits)).toBeLessThan(0.25);
      expect(waits.at(-1)).toBeLessThan(7_000);
    }
  });

  it('[R3] grows with each failure, up to some seconds', () => {
    const middles = [0, 1, 2, 3].map((failures) => waitsOf(() => backoff(failures))[hall / 2]);
    expect([...middles].sort((one = 0, other = 0) => one - other)).toEqual(middles);
  });

  it('[R3] is at least the delay that the server asks for, and is spread out', () => {
    const waits = waitsOf(() => backoffAtLeast(5));
    expect(waits[0]).toBeGreaterThanOrEqual(5_000);
    expect(mostAtOnce(waits)).toBeLessThan(0.35);
  });
});
