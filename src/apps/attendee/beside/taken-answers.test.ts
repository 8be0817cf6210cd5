import { expect, it } from 'vitest';
import { takenAnswers } from './taken-answers.ts';

const recorded = new Map([['tea', { hash: 'a', round: 1 }]]);
const again = { id: 'tea', hash: 'a', round: 2, phase: 'open' } as const;

it('[P24] [V19] an answer is taken where its question goes on in a later round, until the next', () => {
  expect(takenAnswers(recorded, [again], () => 'none')).toEqual(['tea']);
  expect(takenAnswers(recorded, [again], () => 'sending')).toEqual([]);
  expect(takenAnswers(recorded, [{ ...again, phase: 'closed' }], () => 'none')).toEqual([]);
  expect(takenAnswers(recorded, [{ ...again, round: 1 }], () => 'none')).toEqual([]);
});

it('[V19] no answer is taken where none was recorded, or where the question was changed', () => {
  expect(takenAnswers(new Map(), [again], () => 'none')).toEqual([]);
  expect(takenAnswers(recorded, [{ ...again, hash: 'b' }], () => 'none')).toEqual([]);
});
