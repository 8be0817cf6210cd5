import { expect, it } from 'vitest';
import { changedLines } from './changed-lines.ts';

it('a version says how many lines it added and removed, and the first new one', () => {
  const change = changedLines('# Bread\n\nFlour\nSalt', '# Bread\r\n\r\nFlour\r\nWater\r\nYeast');
  expect(change).toEqual({ added: 2, removed: 1, line: 'Water' });
  expect(changedLines('a\nb', 'b\na')).toEqual({ added: 0, removed: 0, line: '' });
  expect(changedLines('a\na', 'a')).toEqual({ added: 0, removed: 1, line: '' });
  expect(changedLines('', '\n---\n# One')).toEqual({ added: 3, removed: 0, line: '# One' });
});
