import { expect, it } from 'vitest';
import { binRows } from './bin-rows.ts';

it('binRows lists each bin from the first that is not empty to the last', () => {
  const histogram = {
    scale: 'linear',
    edges: [0, 1000, 2000, 3000, 4000, 5000],
    counts: [0, 2, 0, 1, 0],
  } as const;
  expect(binRows(histogram, '€')).toEqual([
    ['1,000 to under 2,000 €', 2],
    ['2,000 to under 3,000 €', 0],
    ['3,000 to under 4,000 €', 1],
  ]);
});
