import { chmod, mkdtemp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeProblem, writeWhole } from './write-whole.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenary-write-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a file that is written whole', () => {
  it('takes the place of the one before, and leaves nothing beside it', async () => {
    const file = join(folder, 'deck.md');
    await writeFile(file, '# Before');
    expect(await writeWhole(file, '# After')).toEqual({ ok: true, value: null });
    expect(await readFile(file, 'utf8')).toBe('# After');
    expect(await readdir(folder)).toEqual(['deck.md']);
  });

  it('leaves the one before, and nothing beside it, where it cannot be put in its place', async () => {
    const file = join(folder, 'deck.md');
    // Nothing can be renamed to a folder that has something in it.
    await mkdir(join(file, 'inside'), { recursive: true });
    expect(await writeWhole(file, '# After')).toMatchObject({ ok: false });
    expect(await readdir(folder)).toEqual(['deck.md']);
  });

  it.runIf(process.getuid?.() !== 0)('says so in a folder that cannot be written', async () => {
    await chmod(folder, 0o500);
    const written = await writeWhole(join(folder, 'deck.md'), '# After');
    expect(written).toMatchObject({ ok: false, error: { name: 'read-only' } });
  });
});

it.each([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EFBIG', 'full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'read-only'],
  ['EIO', 'unavailable'],
])('%s is named as people can act on it', (code, name) => {
  expect(writeProblem(Object.assign(new Error(code), { code }))).toMatchObject({ name });
});
