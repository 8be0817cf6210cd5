import { describe, expect, it } from 'vitest';
import { entriesOf, nextUnanswered, withEntry } from './stepwise-answers.ts';

describe('the way through questions that are asked one by one', () => {
  it('starts with nothing answered', () => {
    expect(entriesOf(['Data', 'People'])).toEqual([null, null]);
  });

  it('goes on from what was given', () => {
    expect(entriesOf(['Data', 'People'], [2, 'cannot-say'])).toEqual([2, 'cannot-say']);
  });

  it('changes one answer and keeps the others', () => {
    expect(withEntry<number | string>([1, null, 3], 1, 'cannot-say')).toEqual([1, 'cannot-say', 3]);
    expect(withEntry(entriesOf(['Data', 'People'], [2, null]), 1, 0)).toEqual([2, 0]);
  });

  it('leads to the next one without an answer', () => {
    expect(nextUnanswered([null, null, null], -1)).toBe(0);
    expect(nextUnanswered([1, null, 2, null], 1)).toBe(3);
    expect(nextUnanswered([1, 0, null], 0)).toBe(2);
  });

  it('leads back to what was skipped', () => {
    expect(nextUnanswered([null, 1, 2], 2)).toBe(0);
    expect(nextUnanswered([null, 0, 1], 2)).toBe(0);
  });

  it('ends where all is answered, and whatever is not null counts as that', () => {
    expect(nextUnanswered([1, 'cannot-say', 2], 0)).toBeNull();
    expect(nextUnanswered([1, 0, 1], 1)).toBeNull();
  });
});
