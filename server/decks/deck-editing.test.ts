import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentHash } from '../../src/lib/content-hash.ts';
import { DeckEditing } from './deck-editing.ts';
import { DeckLibrary } from './deck-library.ts';
import { listVersions } from './deck-versions.ts';

let decks: string;
beforeEach(async () => {
  decks = await mkdtemp(join(tmpdir(), 'plenary-editing-'));
  await mkdir(join(decks, 'talk'));
  await writeFile(join(decks, 'talk/deck.md'), '# Before');
});
afterEach(async () => {
  await chmod(join(decks, 'talk'), 0o700);
  await rm(decks, { recursive: true, force: true });
});

const change = { file: 'deck.md', text: '# After', base: contentHash('# Before') };

/** Runs with no room on the disk for this process, which needs no privileges. */
async function onFullDisk<Value>(work: () => Promise<Value>): Promise<Value> {
  const limit = (size: string) =>
    promisify(execFile)('prlimit', ['--pid', String(process.pid), `--fsize=${size}:`]);
  await limit('1');
  try {
    return await work();
  } finally {
    await limit('unlimited');
  }
}

describe('a deck on a full disk', () => {
  it('[S66] says so, is as it was, and keeps no version of what was not saved', async () => {
    const editing = new DeckEditing(decks, Date.now);
    const saved = await onFullDisk(() => editing.save('talk', change));
    expect(saved).toMatchObject({ ok: false, error: { name: 'full' } });
    expect(await readFile(join(decks, 'talk/deck.md'), 'utf8')).toBe('# Before');
    expect(await readdir(join(decks, 'talk'))).toEqual(['deck.md']);
    expect(await listVersions(decks, 'talk')).toEqual([]);
    expect(await editing.save('talk', change)).toMatchObject({ ok: true });
  });

  it('leaves nothing of a new deck or a copy', async () => {
    const library = new DeckLibrary(decks);
    const [made, copied] = await onFullDisk(async () => [
      await library.create('new', 'New'),
      await library.duplicate('talk', 'copy'),
    ]);
    expect(made).toMatchObject({ ok: false, error: { name: 'full' } });
    expect(copied).toMatchObject({ ok: false, error: { name: 'full' } });
    expect(await readdir(decks)).toEqual(['talk']);
  });
});

// Root may write everywhere.
describe.runIf(process.getuid?.() !== 0)('a folder that may not be written to', () => {
  it('is read, and says so', async () => {
    await chmod(join(decks, 'talk'), 0o500);
    const editing = new DeckEditing(decks, Date.now);
    const opened = await editing.open('talk');
    expect(opened.ok && opened.value.unwritable).toMatch(/may not write/);
    const saved = await editing.save('talk', change);
    expect(saved).toMatchObject({ ok: false, error: { name: 'read-only' } });
    // That of what is still there; not of what was not saved.
    expect(await listVersions(decks, 'talk')).toHaveLength(1);
  });
});
