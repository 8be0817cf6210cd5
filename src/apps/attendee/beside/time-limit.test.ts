import { expect, it } from 'vitest';
import { millisecondsLeft, newQuestionWords } from './time-limit.ts';

it.each([
  ['Who?', null, 'New question: Who?'],
  ['Who?', 29_800, 'New question: Who? 30 seconds.'],
  ['Name one', 90_000, 'New question: Name one. 90 seconds.'],
  ['Who?', 1_000, 'New question: Who? 1 second.'],
  ['Who?', 599_400, 'New question: Who? 10 minutes.'],
  ['Who?', 200, 'New question: Who?'],
])('[V18] a new question is announced with its time limit: %s %s', (question, left, words) => {
  expect(newQuestionWords(question, left)).toBe(words);
});

it('counts the time left by the server’s clock, of open questions alone', () => {
  const closesAt = performance.now() + 1_000_000 + 20_000;
  const left = millisecondsLeft({ phase: 'open', closesAt }, 1_000_000);
  expect(Math.round((left ?? 0) / 1000)).toBe(20);
  expect(millisecondsLeft({ phase: 'open', closesAt: null }, 0)).toBeNull();
  expect(millisecondsLeft({ phase: 'closed', closesAt }, 0)).toBeNull();
});
