import { expect, it } from 'vitest';
import { wrapWords } from './wrap-words.ts';

it('breaks a label between words, and never within one', () => {
  expect(wrapWords('People and ways of working', 11)).toEqual(['People and', 'ways of', 'working']);
  expect(wrapWords('Incomprehensibility', 11)).toEqual(['Incomprehensibility']);
});
