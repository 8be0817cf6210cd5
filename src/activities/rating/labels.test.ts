import { describe, expect, it } from 'vitest';
import { spreadOf } from '../../lib/stats.ts';

import { ends, figure, lowestRowsLabel, ownLowestRowsLabel, ratingLabel } from './labels.ts';
import type { Rating, RatingContent, RatingRow } from './content.ts';

const PEOPLE: RatingRow = { label: 'People', ask: '', descriptors: [], steps: [], see: '' };
const DATA: RatingRow = { ...PEOPLE, label: 'Data', descriptors: ['none', 'some', 'all'] };
const TOOLS: RatingRow = { ...PEOPLE, label: 'Tools' };
const CONTENT: RatingContent = {
  rows: [DATA, PEOPLE, TOOLS],
  from: 1,
  levels: ['Never', '', 'Always'],
  cannotSay: true,
};

describe('the label of a rating', () => {
  it.each([
    [DATA, 2, '2 of 3: some'],
    [PEOPLE, 3, '3 of 3: Always'],
    [PEOPLE, 2, '2 of 3'],
    [PEOPLE, 'cannot-say', 'Can’t say'],
    [PEOPLE, null, 'Not rated yet'],
  ] as const)('%j %s: %s', (row, given, words) => {
    expect(ratingLabel(CONTENT, row, given)).toBe(words);
  });

  it('gives a level below zero with its scale: one cannot count up to it', () => {
    const around = { ...CONTENT, from: -1 };
    expect(ratingLabel(around, PEOPLE, -1)).toBe('\u22121 on a scale from \u22121 to 1: Never');
    expect(ownLowestRowsLabel(around, { ratings: [-1, 0, 1] })).toBe(
      'Your lowest (\u22121 on a scale from \u22121 to 1): Data',
    );
  });

  it('names the ends of the scale, by number where they have no name', () => {
    expect(ends(CONTENT)).toEqual(['1 Never', '3 Always']);
    expect(ends({ ...CONTENT, from: 0, levels: ['', ''] })).toEqual(['0', '1']);
  });

  it('gives a figure one digit after the point at most', () => {
    expect([3, 2.5, 2.25, 1.75].map(figure)).toEqual(['3', '2.5', '2.3', '1.8']);
  });
});

describe('the lowest rows', () => {
  it('are named with their middle answer', () => {
    expect(lowest([2, 1, 3])).toBe('Lowest (middle answer 1): People');
  });

  it('are all named where several are lowest', () => {
    expect(lowest([1, 1, 3])).toBe('Lowest (middle answer 1): Data; People');
  });

  it('are none where all rows have the same middle answer', () => {
    expect(lowest([2, 2, 2])).toBe('All rows have the same middle answer, 2');
  });

  it('are sought among the rows that may be seen', () => {
    expect(lowest([null, 2, 3])).toBe('Lowest (middle answer 2): People');
  });

  it('are not named where there is nothing to compare', () => {
    expect(lowest([null, 2, null])).toBeNull();
  });
});

describe('one’s own lowest rows', () => {
  it.each<[string, Rating[], string | null]>([
    ['one', [2, 1, 3], 'Your lowest (1 of 3): People'],
    ['several', [1, 1, 3], 'Your lowest (1 of 3): Data; People'],
    ['all of those rated', [2, 'cannot-say', 2], 'All your ratings are 2 of 3'],
    ['none to compare', [2, 'cannot-say', null], null],
    ['none rated', ['cannot-say', null, null], null],
  ])('are named: %s', (_, ratings, words) => {
    expect(ownLowestRowsLabel(CONTENT, { ratings })).toBe(words);
  });
});

function lowest(medians: readonly (number | null)[]): string | null {
  const rows = medians.map((median) => {
    const counts = [1, 2, 3].map((level) => (level === median ? 5 : 0));
    const spread = spreadOf(counts, 1);
    return spread === null ? null : { counts, cannotSay: 0, spread };
  });
  return lowestRowsLabel(CONTENT, { answers: 5, rows });
}
