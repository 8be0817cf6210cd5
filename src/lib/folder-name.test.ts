import { expect, it } from 'vitest';
import { folderName, freeName } from './folder-name.ts';

it.each([
  ['Learning from the Pioneers', 'learning-from-the-pioneers'],
  ['Über Größe & Maß', 'uber-grosse-mass'],
  ['  42% → 21%! ', '42-21'],
  ['日本語', ''],
  ['../../etc', 'etc'],
  ['a'.repeat(80), 'a'.repeat(64)],
  [`${'a'.repeat(63)} b`, 'a'.repeat(63)],
])('A folder for %j is called %j', (text, name) => {
  expect(folderName(text)).toBe(name);
});

it('A free name is one that no folder has, in other capitals neither', () => {
  expect(freeName('talk', [])).toBe('talk');
  expect(freeName('talk', ['Talk', 'talk-2', 'TALK-3'])).toBe('talk-4');
  expect(freeName('x'.repeat(64), ['x'.repeat(64)])).toBe(`${'x'.repeat(62)}-2`);
});
