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

it.each([
  [{ ...quiz, phase: 'waiting', answered: 0 } as const, 'To come'],
  [{ ...opinion, phase: 'open' } as const, 'Open'],
  [{ ...opinion, answered: 0 }, 'Closed, no answers'],
  [{ ...opinion, revealed: false }, 'Answered'],
  [opinion, 'Revealed'],
  [quiz, 'Answered'],
  [{ ...quiz, correctAnswer: 3 }, 'Revealed'],
])('The overview says of the question %j: %s', (question, word) => {
  expect(questionMark(question)).toBe(word);
});
