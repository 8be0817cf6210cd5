import { expect, it } from 'vitest';
import { questionLength } from './question-length.ts';

it('a question is smaller on its slide the longer it is, and sooner where its letters are wide', () => {
  expect(['Tea?', 'a'.repeat(180), 'a'.repeat(181)].map(questionLength)).toEqual([0, 0, 1]);
  expect(questionLength('a'.repeat(471))).toBe(3);
  expect(questionLength('a'.repeat(2_000))).toBe(4);
  expect(questionLength('茶'.repeat(91))).toBe(1);
});
