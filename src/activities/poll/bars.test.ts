import { expect, it } from 'vitest';
import { chosenBars, markedBars } from './bars.ts';
import type { PollAnswer } from './poll.ts';

const content = {
  options: ['Tea', 'Coffee', 'Water'],
  accents: [],
  min: 1,
  max: 1,
  other: true,
};

const chosen = (counts: number[], other: number): string[] => {
  const tally = { answers: 6, counts, other, texts: [] };
  return chosenBars(content, tally).map(({ label, count }) => `${label} ${count}`);
};

it('the bars of what was chosen are each choice with its count, most first, and none that nobody made', () => {
  expect(chosen([2, 3, 0], 1)).toEqual(['Coffee 3', 'Tea 2', 'Something else 1']);
});

it('choices that were made equally often are in the order of the question', () => {
  expect(chosen([2, 0, 2], 0)).toEqual(['Tea 2', 'Water 2']);
});

it('the bars are marked with an attendee’s options and own words, and with none of nobody’s', () => {
  const tally = { answers: 6, counts: [2, 3, 0], other: 1, texts: [] };
  const marks = (answer: PollAnswer | null): (string | boolean)[] =>
    markedBars(content, tally, answer).map(({ isOwn, ownWords }) => ownWords ?? isOwn);
  expect(marks({ choices: [0], other: 'Maté' })).toEqual([true, false, false, 'Maté']);
  expect(marks({ choices: [2], other: null })).toEqual([false, false, true, false]);
  expect(marks(null)).toEqual([false, false, false, false]);
});
