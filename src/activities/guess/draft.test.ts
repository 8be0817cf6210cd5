import { expect, it } from 'vitest';
import { readNumber } from '../../lib/typed-number.ts';
import { obstacle } from './draft.ts';

const CONTENT = { from: 0, to: 100, step: 1, unit: 'kg' };

it.each([
  ['', 'Type a number, or move the slider.'],
  ['eighty', 'Type a number in digits, in kg.'],
  ['1/2', 'Fractions cannot be read. Type a decimal number, such as 0.5.'],
  ['101', 'Guess a number from 0 to 100 kg.'],
  ['80 kg', null],
])('[V10] one sentence says what keeps a guess from being sent: %s', (typed, sentence) => {
  expect(obstacle(CONTENT, readNumber(typed, { lang: 'en', unit: 'kg' }))).toBe(sentence);
});
