import { describe, expect, it } from 'vitest';
import { medianInterval, rankFromEnds } from './median-interval.ts';

describe('[X26] the interval of a median', () => {
  it.each([
    // The critical values of the sign test, two-sided at 5%, and 1: e.g. Conover 1999, table A3.
    [5, 0],
    [6, 1],
    [8, 1],
    [9, 2],
    [10, 2],
    [12, 3],
    [15, 4],
    [20, 6],
    [25, 8],
    [30, 10],
    [50, 18],
    [100, 40],
  ])('of %i values is between the two that stand %i from the ends', (count, rank) => {
    expect(rankFromEnds(count)).toBe(rank);
  });

  it('takes the values at those places', () => {
    const counts = new Map([
      [1, 2],
      [4, 3],
      [5, 4],
      [9, 1],
    ]);
    // 1 1 4 4 4 5 5 5 5 9: the second from either end.
    expect(medianInterval(counts)).toEqual({ low: 1, high: 5 });
    expect(medianInterval(new Map([[3, 5]]))).toBeNull();
  });

  it('is found for a hall, where the chance of no heads is 0 to a computer', () => {
    // n / 2 − 1.96 √n / 2, by the normal approximation.
    expect(Math.abs(rankFromEnds(5000) - (2500 - 69.3))).toBeLessThan(1);
  });
});
