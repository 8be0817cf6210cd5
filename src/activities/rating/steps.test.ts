import { describe, expect, it } from 'vitest';
import type { RatingContent, RatingRow } from './rating.ts';
import { needsLines, nextUnrated, ratingsOf, withRating } from './steps.ts';

const ROW: RatingRow = { label: 'Data', ask: '', descriptors: [], steps: [], see: '' };
const CONTENT: RatingContent = {
  rows: [ROW, { ...ROW, label: 'People' }],
  from: 1,
  levels: ['Never', '', 'Always'],
  cannotSay: true,
};

describe('the way through the rows', () => {
  it('starts with nothing rated', () => {
    expect(ratingsOf(CONTENT, null)).toEqual([null, null]);
  });

  it('goes on from what was given', () => {
    expect(ratingsOf(CONTENT, { ratings: [2, 'cannot-say'] })).toEqual([2, 'cannot-say']);
  });

  it('changes one rating and keeps the others', () => {
    expect(withRating([1, null, 3], 1, 'cannot-say')).toEqual([1, 'cannot-say', 3]);
  });

  it('leads to the next row that is not rated', () => {
    expect(nextUnrated([1, null, 2, null], 1)).toBe(3);
  });

  it('leads back to what was skipped', () => {
    expect(nextUnrated([null, 1, 2], 2)).toBe(0);
  });

  it('ends where all is rated, and passing on a row counts as that', () => {
    expect(nextUnrated([1, 'cannot-say', 2], 0)).toBeNull();
  });
});

describe('the levels of a row', () => {
  it('stand beside each other where only the ends have a name', () => {
    expect(needsLines(CONTENT, ROW)).toBe(false);
  });

  it('stand under each other where each means something', () => {
    expect(needsLines(CONTENT, { ...ROW, descriptors: ['none', 'some', 'all'] })).toBe(true);
    expect(needsLines({ ...CONTENT, levels: ['Never', 'Often', 'Always'] }, ROW)).toBe(true);
  });
});
