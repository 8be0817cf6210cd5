import { describe, expect, it } from 'vitest';
import { readIndices, sameIndices, toggleIndex } from './indices.ts';

describe('indices of a list', () => {
  it('are read in ascending order', () => {
    expect(readIndices([2, 0], 3)).toEqual([0, 2]);
    expect(readIndices([], 3)).toEqual([]);
    expect(readIndices([-0], 3)).toEqual([0]);
  });

  it.each([[[3]], [[-1]], [[0, 0]], [[0.5]], [['0']], [[null]], ['0'], [{ 0: 1 }], [null]])(
    'are refused if out of range, repeated or no whole numbers: %j',
    (written) => {
      expect(readIndices(written, 3)).toBeNull();
    },
  );

  it('are added by the first toggle and removed by the second', () => {
    expect(toggleIndex(toggleIndex([2], 0), 1)).toEqual([0, 1, 2]);
    expect(toggleIndex([0, 1, 2], 1)).toEqual([0, 2]);
  });

  it('are equal only if none is missing and none extra', () => {
    expect(sameIndices([0, 2], [0, 2])).toBe(true);
    expect(sameIndices([0, 2], [0])).toBe(false);
    expect(sameIndices([0], [0, 2])).toBe(false);
    expect(sameIndices([0, 2], [0, 1])).toBe(false);
  });
});
