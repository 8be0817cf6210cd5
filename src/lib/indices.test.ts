import { describe, expect, it } from 'vitest';
import { readIndices, sameIndices, toggleIndex } from './indices.ts';

describe('places in a list', () => {
  it('are read in rising order', () => {
    expect(readIndices([2, 0], 3)).toEqual([0, 2]);
    expect(readIndices([], 3)).toEqual([]);
  });

  it.each([[[3]], [[-1]], [[0, 0]], [[0.5]], [['0']], [[null]], ['0'], [{ 0: 1 }], [null]])(
    'are no others than those: %j',
    (written) => {
      expect(readIndices(written, 3)).toBeNull();
    },
  );

  it('are put in at the first tap and taken out at the second', () => {
    expect(toggleIndex(toggleIndex([2], 0), 1)).toEqual([0, 1, 2]);
    expect(toggleIndex([0, 1, 2], 1)).toEqual([0, 2]);
  });

  it('are the same only where none is missing and none too many', () => {
    expect(sameIndices([0, 2], [0, 2])).toBe(true);
    expect(sameIndices([0, 2], [0])).toBe(false);
    expect(sameIndices([0], [0, 2])).toBe(false);
    expect(sameIndices([0, 2], [0, 1])).toBe(false);
  });
});
