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

it('binRows names no value beyond the range', () => {
  const around = { scale: 'linear', edges: [-5, 5, 15, 25], counts: [1, 2, 3] } as const;
  expect(binRows(around, '%', { from: 0, to: 20 })).toEqual([
    ['0 to under 5%', 1],
    ['5 to under 15%', 2],
    ['15 to 20%', 3],
  ]);
});
