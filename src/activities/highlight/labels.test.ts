import { describe, expect, it } from 'vitest';
import { leftOutLabel, taskLabel } from './labels.ts';

describe('the labels of a highlight', () => {
  it.each([
    [null, 'Tap one line or several'],
    [1, 'Tap one line'],
    [3, 'Tap up to 3 lines'],
  ])('say how many lines may be tapped: %s', (most, label) => {
    expect(taskLabel({ most })).toBe(label);
  });

  it('say how many lines a stage leaves out', () => {
    expect([0, 1, 5].map(leftOutLabel)).toEqual([
      null,
      '1 line is on phones only',
      '5 lines are on phones only',
    ]);
  });
});
