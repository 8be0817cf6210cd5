import { describe, expect, it } from 'vitest';
import { differenceOfShares, shareInterval } from './share-interval.ts';

describe('[X26] the interval of a share', () => {
  it.each([
    // Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('is that of the paper for %i of %i', (chosen, count, low, high) => {
    const interval = shareInterval({ chosen, count });
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('ends at 0 and at 1', () => {
    expect(shareInterval({ chosen: 0, count: 7 }).low).toBe(0);
    expect(shareInterval({ chosen: 7, count: 7 }).high).toBe(1);
  });
});

describe('[X26] the interval of the difference of two shares', () => {
  it.each([
    // Newcombe 1998, "Interval estimation for the difference …", table II, method 10.
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('is that of the paper for %i of %i and %i of %i', (a, m, b, n, low, high) => {
    // The paper subtracts the second.
    const interval = differenceOfShares({ chosen: b, count: n }, { chosen: a, count: m });
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });
});
