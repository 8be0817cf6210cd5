import { expect, it } from 'vitest';
import { range, toggled } from './selected-range.ts';

const codes = ['a', 'b', 'c', 'd', 'e'];

it('A range of sessions is selected, and taken back, in both directions and beside others', () => {
  const down = toggled(new Set(['a']), range(codes, 'b', 'd'), 'd');
  expect(down).toEqual(['a', 'b', 'c', 'd']);
  expect(toggled(new Set(down), range(codes, 'd', 'c'), 'c')).toEqual(['a', 'b']);
  expect(toggled(new Set(down), ['a'], 'a')).toEqual(['b', 'c', 'd']);
  // The one before was deleted, or nothing was pressed yet.
  expect(toggled(new Set(), range(codes, '', 'c'), 'c')).toEqual(['c']);
});
