import { describe, expect, it } from 'vitest';
import { differenceOfMeans, sampleOf } from './mean-difference.ts';

function countsOf(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The extra hours of sleep by two drugs, of two groups: Student 1908, as `sleep` in R. */
const FIRST = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const SECOND = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

describe('[X26] the interval of the difference of two means', () => {
  it('is that of Welch for the data on sleep', () => {
    // R: t.test(extra ~ group, sleep) has −3.3654832 to 0.2054832, the first less the second.
    const interval = differenceOfMeans(sampleOf(countsOf(FIRST)), sampleOf(countsOf(SECOND)), 10);
    expect(interval?.low).toBeCloseTo(-0.2054832, 4);
    expect(interval?.high).toBeCloseTo(3.3654832, 4);
  });

  it('is a point where all values of both are the same, and none for too few', () => {
    const [ones, fours] = [1, 4].map((value) => sampleOf(new Map([[value, 6]])));
    if (ones === undefined || fours === undefined) throw new Error('no samples');
    expect(differenceOfMeans(ones, fours, 4)).toEqual({ low: 3, high: 3 });
    expect(differenceOfMeans(ones, { ...fours, count: 4 }, 4)).toBeNull();
  });

  it('keeps its digits where values are large and close together', () => {
    const { mean, variance } = sampleOf(countsOf([1e9, 1e9 + 1, 1e9 + 2]));
    expect(mean).toBe(1e9 + 1);
    expect(variance).toBe(1);
  });
});
