import { describe, expect, it } from 'vitest';
import { isIn, lowerSide } from './histogram-sides.ts';

describe('the count of a column that a line goes through', () => {
  it('is found by its lower edge, as the answers in it are', () => {
    const bins = { edges: [0, 10, 20] };
    expect([0, 1].map((bin) => isIn(bins, bin, 10))).toEqual([false, true]);
    expect(isIn(bins, 1, 20)).toBe(false);
    expect(isIn(bins, 2, 20)).toBe(false);
  });

  it('stands beside the line, where the next column is lower', () => {
    expect(lowerSide([3, 5, 4], 1)).toBe('left');
    expect(lowerSide([4, 5, 3], 1)).toBe('right');
    expect(lowerSide([4, 5, 4], 1)).toBe('right');
    expect(lowerSide([5, 4], 0)).toBe('left');
    expect(lowerSide([4, 5], 1)).toBe('right');
  });
});
