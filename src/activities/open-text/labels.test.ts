import { describe, expect, it } from 'vitest';
import { barsOf } from './bars.ts';
import { textSize } from './labels.ts';

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
