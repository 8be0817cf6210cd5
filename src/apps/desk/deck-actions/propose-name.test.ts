import { expect, it } from 'vitest';
import { proposeCopy, proposeName } from './propose-name.ts';

it.each([
  ['Learning from the Pioneers', 'learning-from-the-pioneers'],
  ['Über Größe & Maß', 'uber-grosse-mass'],
  ['  42% → 21%! ', '42-21'],
  ['日本語', ''],
  ['../../etc', 'etc'],
  ['a'.repeat(80), 'a'.repeat(64)],
])('The folder of a deck with the title %j is called %j', (title, name) => {
  expect(proposeName(title)).toBe(name);
});

it('A copy has a name that no deck has, in other capitals neither', () => {
  expect(proposeCopy('talk', ['talk'])).toBe('talk-copy');
  expect(proposeCopy('talk', ['TALK-COPY', 'talk-copy-2'])).toBe('talk-copy-3');
  expect(proposeCopy('a'.repeat(64), [])).toHaveLength(64);
});
