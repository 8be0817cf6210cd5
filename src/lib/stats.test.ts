import { describe, expect, it } from 'vitest';
import { countValue, spreadOf, spreadOfValues } from './stats.ts';

describe('the spread of a distribution', () => {
  it('is null where nothing was counted', () => {
    expect(spreadOf([0, 0, 0], 1)).toBeNull();
  });

  it('takes the middle answer as the median of an odd number', () => {
    expect(spreadOf([1, 0, 1, 0, 1], 1)?.median).toBe(3);
  });

  it('takes the mean of the middle two as the median of an even number', () => {
    expect(spreadOf([1, 0, 0, 1], 1)?.median).toBe(2.5);
  });

  it('interpolates quartiles as R does by default', () => {
    // quantile(c(1, 2, 3, 4)) in R: 1.75, 2.5, 3.25
    expect(spreadOf([1, 1, 1, 1], 1)).toEqual({
      count: 4,
      lowerQuartile: 1.75,
      median: 2.5,
      upperQuartile: 3.25,
    });
  });

  it('starts at the given first level', () => {
    expect(spreadOf([2], 0)?.median).toBe(0);
  });
});

describe('the spread of arbitrary values', () => {
  it('does not depend on the order of counting', () => {
    const counts = new Map([
      [7680, 1],
      [-2.5, 1],
      [100, 3],
    ]);
    expect(spreadOfValues(counts)).toEqual({
      count: 5,
      lowerQuartile: 100,
      median: 100,
      upperQuartile: 100,
    });
  });

  it('is null where nothing was counted', () => {
    expect(spreadOfValues(new Map())).toBeNull();
  });
});

it('countValue removes a value whose count is back at 0', () => {
  const counts = new Map<number, number>();
  countValue(counts, 3, 1);
  countValue(counts, 3, 1);
  countValue(counts, 3, -1);
  expect([...counts]).toEqual([[3, 1]]);
  countValue(counts, 3, -1);
  expect([...counts]).toEqual([]);
});
