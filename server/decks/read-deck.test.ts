import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDeck } from './read-deck.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenary-deck-'));
});
afterEach(() => rm(folder, { recursive: true }));

const write = (name: string, content: string | Uint8Array): Promise<void> =>
  writeFile(join(folder, name), content);

describe("a deck's folder", () => {
  it('gives its Markdown files in the order of their names', async () => {
    await write('02-more.md', '# More');
    await write('01-opening.md', '# Opening');
    expect(await readDeck(folder)).toEqual({
      ok: true,
      value: [
        { file: '01-opening.md', text: '# Opening' },
        { file: '02-more.md', text: '# More' },
      ],
    });
  });

  it('[S30] gives its reveal-md.json after them, and is no deck with that alone', async () => {
    await write('reveal-md.json', '{}');
    expect(await readDeck(folder)).toMatchObject({ ok: false, error: { name: 'no-slides' } });
    await write('talk.md', '# Talk');
    const deck = await readDeck(folder);
    expect(deck.ok && deck.value.map(({ file }) => file)).toEqual(['talk.md', 'reveal-md.json']);
  });

  it('may contain other files, which are ignored', async () => {
    await write('talk.md', '# Talk');
    await write('.talk.md', 'kept by an editor');
    await write('photo.png', 'picture');
    await mkdir(join(folder, 'pictures'));
    const deck = await readDeck(folder);
    expect(deck.ok && deck.value.map(({ file }) => file)).toEqual(['talk.md']);
  });

  it('gives text without a byte order mark', async () => {
    await write('talk.md', '\uFEFF---\ntitle: Talk\n---\n');
    const deck = await readDeck(folder);
    expect(deck.ok && deck.value[0]?.text).toBe('---\ntitle: Talk\n---\n');
  });

  it('is rejected if it does not exist', async () => {
    const missing = join(folder, 'nowhere');
    expect(await readDeck(missing)).toMatchObject({ ok: false, error: { name: 'no-folder' } });
  });

  it('is rejected if it is a file', async () => {
    await write('talk.md', '# Talk');
    const file = join(folder, 'talk.md');
    expect(await readDeck(file)).toMatchObject({ ok: false, error: { name: 'no-folder' } });
  });

  it('is rejected if it has no Markdown file', async () => {
    expect(await readDeck(folder)).toMatchObject({ ok: false, error: { name: 'no-slides' } });
  });

  it('is rejected with the name of a file that is not UTF-8', async () => {
    await write('latin.md', new Uint8Array([0x63, 0x61, 0x66, 0xe9]));
    const deck = await readDeck(folder);
    expect(deck).toMatchObject({ ok: false, error: { name: 'unreadable' } });
    expect(!deck.ok && deck.error.message).toContain('latin.md is not UTF-8 text.');
  });
});
