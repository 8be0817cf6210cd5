import { describe, expect, it } from 'vitest';

import { needsLines } from './needs-lines.ts';
import type { RatingContent, RatingRow } from './content.ts';

const ROW: RatingRow = { label: 'Data', ask: '', descriptors: [], steps: [], see: '' };
const CONTENT: RatingContent = {
  rows: [ROW, { ...ROW, label: 'People' }],
  from: 1,
  levels: ['Never', '', 'Always'],
  cannotSay: true,
};

describe('the levels of a row', () => {
  it('are beside each other where only the ends have a name', () => {
    expect(needsLines(CONTENT, ROW)).toBe(false);
  });

  it('are below each other where each has a description', () => {
    expect(needsLines(CONTENT, { ...ROW, descriptors: ['none', 'some', 'all'] })).toBe(true);
    expect(needsLines({ ...CONTENT, levels: ['Never', 'Often', 'Always'] }, ROW)).toBe(true);
  });
});
