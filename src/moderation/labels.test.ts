import { describe, expect, it } from 'vitest';
import { missingLabel } from './labels.ts';

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
