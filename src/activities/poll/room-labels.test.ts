import { expect, it } from 'vitest';
import { formatRoomChoices } from './room-labels.ts';

const content = {
  options: ['Tea', 'Coffee', 'Water'],
  accents: [],
  min: 1,
  max: 1,
  other: true,
};

it('the label of the room’s choices is each choice with its count, most first, and none that nobody made', () => {
  const tally = { answers: 6, counts: [2, 3, 0], other: 1, texts: [] };
  expect(plain(formatRoomChoices(content, tally))).toBe('Coffee 3 · Tea 2 · Something else 1');
});

it('choices that were made equally often are in the order of the question', () => {
  const tally = { answers: 4, counts: [2, 0, 2], other: 0, texts: [] };
  expect(plain(formatRoomChoices(content, tally))).toBe('Tea 2 · Water 2');
});

/** With spaces that break, as they are read. */
function plain(words: string): string {
  return words.replaceAll('\u00a0', ' ');
}
