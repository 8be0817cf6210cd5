import { expect, it } from 'vitest';
import { rankedCases } from './room-ranks.ts';

it('[P23] ranks cases by those who match them clearly, equal ones in the author’s order', () => {
  const ranks = (clear: number[]): number[] =>
    rankedCases({ clear, between: clear.map(() => 9), none: 0 });
  expect(ranks([1, 4, 2])).toEqual([1, 2, 0]);
  expect(ranks([0, 2, 0, 2])).toEqual([1, 3, 0, 2]);
});
