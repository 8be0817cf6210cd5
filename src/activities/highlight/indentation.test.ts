import { expect, it } from 'vitest';
import { withoutIndentation } from './indentation.ts';

it.each([
  ['return x', 0, 'return x'],
  ['    return  x ', 4, 'return  x'],
  ['\treturn x', 4, 'return x'],
  ['  \t return x', 5, 'return x'],
  ['\t\tx', 8, 'x'],
  ['    ', 4, ''],
])('the line %j begins in column %i with %j', (line, columns, text) => {
  expect(withoutIndentation(line)).toEqual({ columns, text });
});
