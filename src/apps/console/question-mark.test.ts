import { expect, it } from 'vitest';
import { questionMark } from './question-mark.ts';

const opinion = {
  phase: 'closed',
  revealed: true,
  hasCorrectAnswer: false,
  correctAnswer: null,
  answered: 4,
} as const;
const quiz = { ...opinion, hasCorrectAnswer: true };
const unasked = { ...quiz, phase: 'waiting', answered: 0 } as const;

it.each([
  [unasked, 'To come'],
  [{ ...opinion, phase: 'open' } as const, 'Open'],
  [{ ...opinion, answered: 0 }, 'Closed, no answers'],
  [{ ...opinion, revealed: false }, 'Answered'],
  [opinion, 'Revealed'],
  [quiz, 'Answered'],
  [{ ...quiz, correctAnswer: 3 }, 'Revealed'],
])('The overview says of the question %j: %s', (question, word) => {
  expect(questionMark(question, false)).toBe(word);
});

it('The overview says after the end that a question was not asked', () => {
  expect(questionMark(unasked, true)).toBe('Not asked');
  expect(questionMark(opinion, true)).toBe('Revealed');
});
