import { describe, expect, it } from 'vitest';
import { labelPlaces } from './outline-labels.ts';

describe('the names of two outlines', () => {
  it('stand where each reaches farthest beyond the other', () => {
    expect(labelPlaces([3, 5, 5, 1, 1], [3, 3, 3, 3, 3])).toEqual({
      values: { edge: 1, outside: true },
      beside: { edge: 3, outside: true },
    });
  });

  it('stand clear of the first axis, which has the levels, where that is no only way', () => {
    const { values, beside } = labelPlaces([5, 4, 3, 1], [1, 3, 3, 4]);
    expect([values.edge, beside.edge]).toEqual([1, 2]);
  });

  it('stand inside where one never reaches beyond the other', () => {
    expect(labelPlaces([5, 5, 5], [4, 4, 1])).toEqual({
      values: { edge: 1, outside: true },
      beside: { edge: 0, outside: false },
    });
  });

  it('stand apart where both are the same', () => {
    const { values, beside } = labelPlaces([3, 3, 3], [3, 3, 3]);
    expect(values.edge).not.toBe(beside.edge);
  });
});
