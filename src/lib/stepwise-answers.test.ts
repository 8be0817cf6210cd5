import { describe, expect, it } from 'vitest';
import { partialAnswers, nextUnanswered, withAnswer } from './stepwise-answers.ts';

describe('a series of questions that are asked one by one', () => {
  it('starts with nothing answered', () => {
    expect(partialAnswers(['Data', 'People'])).toEqual([null, null]);
  });

  it('starts from the answers given before', () => {
    expect(partialAnswers(['Data', 'People'], [2, 'cannot-say'])).toEqual([2, 'cannot-say']);
  });

  it('changes one answer and keeps the others', () => {
    expect(withAnswer<number | string>([1, null, 3], 1, 'cannot-say')).toEqual([
      1,
      'cannot-say',
      3,
    ]);
    expect(withAnswer(partialAnswers(['Data', 'People'], [2, null]), 1, 0)).toEqual([2, 0]);
  });

  it('goes on to the next question without an answer', () => {
    expect(nextUnanswered([null, null, null], -1)).toBe(0);
    expect(nextUnanswered([1, null, 2, null], 1)).toBe(3);
    expect(nextUnanswered([1, 0, null], 0)).toBe(2);
  });

  it('goes back to a question that was skipped', () => {
    expect(nextUnanswered([null, 1, 2], 2)).toBe(0);
    expect(nextUnanswered([null, 0, 1], 2)).toBe(0);
  });

  it('ends when every question has an answer, even 0 or "cannot say"', () => {
    expect(nextUnanswered([1, 'cannot-say', 2], 0)).toBeNull();
    expect(nextUnanswered([1, 0, 1], 1)).toBeNull();
  });
});
