import { expect, it } from 'vitest';
import { readNumber } from './typed-number.ts';
import { numberNote, numberProblemLabel } from './number-note.ts';

it.each([
  ['1,234', 'en', 'Read as 1,234, a whole number.'],
  ['1.234', 'en', 'Read as 1.234, a decimal number.'],
  ['1.234', 'de', 'Read as 1,234, a whole number.'],
  ['−1,234', 'de', 'Read as −1.234, a decimal number.'],
  ['1.5', 'en', ''],
  ['1,5', 'en', ''],
  ['', 'en', ''],
])('[V11] says how a number was read, where there are two ways: %s in %s', (typed, lang, note) => {
  expect(numberNote(readNumber(typed, { lang, unit: '€' }))).toBe(note);
});

it.each([
  ['1/2', '€', 'Fractions cannot be read. Type a decimal number, such as 0.5.'],
  ['½', '', 'Fractions cannot be read. Type a decimal number, such as 0.5.'],
  [
    '1,23,4',
    '€',
    'The commas, points or spaces are not those of a number. Type it without any between thousands.',
  ],
  ['1e999', '€', 'This number is too large.'],
  ['five', '€', 'Type a number in digits, in €.'],
  ['5 kg', '', 'Type a number alone, in digits.'],
])('[V10] says why a text is no number, and what to type: %s', (typed, unit, note) => {
  const read = readNumber(typed, { lang: 'en', unit });
  if (read.ok || read.error === 'empty') throw new Error('This was read');
  expect(numberProblemLabel(read.error, unit)).toBe(note);
  expect(numberNote(read)).toBe('');
});
