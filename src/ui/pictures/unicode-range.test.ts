import { expect, it } from 'vitest';
import { inUnicodeRange } from './unicode-range.ts';

it.each([
  ['Tea', 'U+0-FF, U+131', true],
  ['Ελ', 'U+0-FF, U+131', false],
  ['ı', 'U+0000-00FF, U+0131', true],
  ['ж', 'u+4??', true],
  ['🎉', 'U+1F300-1FAFF', true],
  ['Tea', '', true],
  ['', '', false],
])('[X32] the letters of %j are in the range %j of a font: %s', (text, range, isIn) => {
  expect(inUnicodeRange(text, range)).toBe(isIn);
});
