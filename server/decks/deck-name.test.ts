import { describe, expect, it } from 'vitest';
import { readFilePath, readNewDeckName } from './deck-name.ts';

describe('the name of a new deck', () => {
  it.each(['talk', '2026-11-30', 'a.b_c', 'Q4'])('may be %j', (name) => {
    expect(readNewDeckName(name)).toEqual({ ok: true, value: name });
  });

  it.each([
    ...['', '.', '..', '.versions', '-x', 'a/b', 'a\\b', 'a b', 'grüße', 'a\n', 'x'.repeat(65)],
    ...['con', 'NUL', 'com1', 'aux.deck', 'talk.'],
  ])('cannot be %j', (name) => {
    expect(readNewDeckName(name)).toMatchObject({ ok: false, error: { name: 'bad-name' } });
  });
});

describe('the path of a file in a deck', () => {
  it.each(['a.md', 'pictures/boat 1.png', 'bilder/größe.jpg', '日本.svg'])('may be %j', (path) => {
    expect(readFilePath(path)).toEqual({ ok: true, value: path.normalize('NFC') });
  });

  it('is composed, so that it is found under both ways of writing it', () => {
    expect(readFilePath('gru\u0308n.png')).toEqual({ ok: true, value: 'gr\u00fcn.png' });
  });

  it.each([
    ...['', '/', '/etc/passwd', 'a//b', 'a/', '..', '../a', 'a/../b', './a', 'a/.git/config'],
    ...['.hidden', 'C:\\a', 'a\\..\\b', 'a:stream', 'nul', 'lpt1.txt', 'a\u0000.png', 'a\nb.md'],
    ...['a\u0085.md', 'a?.png', 'a.', 'a ', 'dir /a', '\ud800.png', `${'a/'.repeat(8)}b`],
    'x'.repeat(241),
  ])('cannot be %j', (path) => {
    expect(readFilePath(path)).toMatchObject({ ok: false, error: { name: 'bad-name' } });
  });
});
