import { describe, expect, it } from 'vitest';
import { backoff, backoffAtLeast } from './backoff.ts';

const hall = 1_000;

/** How long each phone of a hall waits. */
function waitsOf(wait: () => number): number[] {
  return Array.from({ length: hall }, wait).sort((one, other) => one - other);
}

/** The largest share of a hall that comes within a tenth of the longest wait. */
function mostAtOnce(sorted: readonly number[]): number {
  const width = (sorted.at(-1) ?? 0) / 10;
  const together = (from: number) => sorted.filter((at) => at >= from && at < from + width).length;
  return Math.max(...sorted.map(together)) / hall;
}

describe('a hall that lost its server', () => {
  it('[R3] never tries again in one moment, however often it has failed', () => {
    for (let failures = 0; failures < 30; failures += 1) {
      const waits = waitsOf(() => backoff(failures));
      expect(mostAtOnce(waits)).toBeLessThan(0.25);
      expect(waits.at(-1)).toBeLessThan(7_000);
    }
  });

  it('[R3] waits longer after each failure, up to some seconds', () => {
    const middles = [0, 1, 2, 3].map((failures) => waitsOf(() => backoff(failures))[hall / 2]);
    expect([...middles].sort((one = 0, other = 0) => one - other)).toEqual(middles);
  });

  it('[R3] that is told to wait waits at least as long, and does not come in one moment', () => {
    const waits = waitsOf(() => backoffAtLeast(5));
    expect(waits[0]).toBeGreaterThanOrEqual(5_000);
    expect(mostAtOnce(waits)).toBeLessThan(0.35);
  });
});
