import { expect, it } from 'vitest';
import { rankedLines } from './ranked-lines.ts';

const CONTENT = { form: 'code', lines: ['a', 'b', '', 'c', 'd'], most: null } as const;
const TALLY = { answers: 3, counts: [0, 2, 0, 3, 0], right: null };

it.each([
  ['as they stand', null, null, [0, 1, 3, 4]],
  ['by their taps', TALLY, null, [3, 1, 0, 4]],
  ['with the correct ones first', TALLY, { right: [0, 4], explain: '' }, [0, 4, 3, 1]],
])('lines for which a stage has room come first: %s', (_, tally, correctAnswer, ranked) => {
  expect(rankedLines(CONTENT, tally, correctAnswer)).toEqual(ranked);
});
