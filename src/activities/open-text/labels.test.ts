import { describe, expect, it } from 'vitest';
import { barsOf } from './bars.ts';
import { missingLabel, textSize } from './labels.ts';

describe('the label of the texts that the stage leaves out', () => {
  it.each([
    [0, 0, true, ''],
    [1, 0, true, '1 more waiting for approval.'],
    [3, 0, true, '3 more waiting for approval.'],
    [3, 0, false, '3 waiting for approval.'],
    [0, 12, true, '12 more not shown.'],
    [1, 2, true, '1 more waiting for approval. 2 more not shown.'],
  ])('%i wait, %i left out, others shown %s: %s', (waiting, leftOut, some, words) => {
    expect(missingLabel(waiting, leftOut, some)).toBe(words);
  });
});

describe('the size of a text', () => {
  it('grows with how many wrote it, and not without end', () => {
    const sizes = [1, 2, 4, 8, 16, 1000].map(textSize);
    expect(sizes).toEqual([1, 1.25, 1.5, 1.75, 1.75, 1.75]);
  });
});

describe('the bars of the options', () => {
  const content = { options: ['Data', 'People'], starters: null, remindIn: null, longest: 140 };

  it('are one for each, and one for those who tapped none', () => {
    expect(barsOf(content, { answers: 6, counts: [3, 1] })).toEqual([
      { label: 'Data', choice: 0, count: 3 },
      { label: 'People', choice: 1, count: 1 },
      { label: 'In own words', choice: null, count: 2 },
    ]);
  });

  it('are those of the options alone where everybody tapped one', () => {
    expect(barsOf(content, { answers: 4, counts: [3, 1] })).toHaveLength(2);
  });

  it('are none where there is nothing to tap', () => {
    expect(barsOf({ ...content, options: [] }, { answers: 6, counts: [] })).toEqual([]);
  });
});
