import { describe, expect, it } from 'vitest';
import { rankedBy } from './borda.ts';
import { halfLabel, howMany, meanLabel, othersNote } from './labels.ts';

const OPTIONS = ['Tea', 'Walk', 'Mail', 'Sleep', 'Run'];
const ALL = { options: OPTIONS, top: 5 };
const FIRST_TWO = { options: OPTIONS, top: 2 };
const ALL_BUT_ONE = { options: OPTIONS, top: 4 };

describe('the label of the task', () => {
  it.each([
    [5, 'Put all 5 in order'],
    [3, 'Choose your first 3, in order'],
    [1, 'Choose your first'],
  ])('%i places: %s', (top, words) => {
    expect(howMany({ options: OPTIONS, top })).toBe(words);
  });
});

describe('the labels of an option’s places', () => {
  it.each([
    [ALL, [0, 3, 1, 0, 0], '2.3', '2'],
    [ALL, [2, 1, 1, 0, 0], '1.8', '1–2'],
    [FIRST_TWO, [1, 0], '3.3', '3+'],
    [FIRST_TWO, [2, 1], '2.0', '1–3+'],
    [ALL_BUT_ONE, [0, 0, 0, 1], '4.8', '5'],
  ])('%j %j: mean %s, half the room %s', (content, counts, mean, half) => {
    const shown = rankedBy(counts, 4, content);
    expect([meanLabel(shown), halfLabel(content, shown)]).toEqual([mean, half]);
  });
});

it('a note says what no place means, where there is more than one of it', () => {
  expect(othersNote(FIRST_TWO)).toBe('3+: not among the first 2');
  expect([othersNote(ALL), othersNote(ALL_BUT_ONE)]).toEqual([null, null]);
});
