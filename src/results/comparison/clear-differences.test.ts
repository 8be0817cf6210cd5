import { expect, it } from 'vitest';
import { clearDifferences } from './clear-differences.ts';
import type { ComparedQuestion } from './compare-sessions.ts';
import type { ItemFigures } from './compared-items.ts';

const SCALE = [1, 5] as const;

function figures(value: number, difference: ItemFigures['difference']): ItemFigures {
  const none = { interval: null, spread: null, medianInterval: null };
  return { people: 9, value, ...none, difference };
}

function rating(id: string, low: number, high: number): ComparedQuestion {
  const value = (low + high) / 2;
  const difference = { from: '1', value, interval: { low, high } };
  const sessions = [figures(2, null), figures(2 + value, difference), null];
  return {
    ...{ id, hash: id, type: 'rating', question: id, content: null, accent: null },
    ...{ isReworded: false, sessions: [null, null, null] },
    measured: {
      ...{ of: 'number', unit: 'mean level', scale: SCALE, hasShape: false },
      items: [{ item: '', sessions }],
    },
  };
}

it('[X26] clear differences are those whose interval leaves out 0, the largest first, among all', () => {
  const questions = [rating('up', 0.2, 1), rating('none', -0.4, 1.2), rating('down', -2, -0.4)];
  const { clear, reckoned } = clearDifferences(questions);
  expect(reckoned).toBe(3);
  expect(clear.map(({ question, session, before }) => [question.id, session, before])).toEqual([
    ['down', 1, 2],
    ['up', 1, 2],
  ]);
});
