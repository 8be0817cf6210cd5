import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashInputs } from './build.mjs';
import { explainFailure } from './install.mjs';
import { unlessStamped } from './stamp.mjs';

let root = '';
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plenary-setup-'));
  for (const path of ['src/lib/a.ts', 'src/lib/b.ts', 'public/icon.svg']) write(path, path);
});
afterEach(() => rmSync(root, { recursive: true }));

describe('a step of the set-up', () => {
  it('is done once for the same inputs, and again for others', async () => {
    const done: string[] = [];
    const run = (inputs: string) =>
      unlessStamped(root, 'dist/.stamp', inputs, async () => void done.push(inputs));
    for (const inputs of ['one', 'one', 'two', 'one']) await run(inputs);
    expect(done).toEqual(['one', 'two', 'one']);
  });

  it('is never done twice at a time, nor blocked by a process that was killed', async () => {
    write('dist/.setup-lock', '999999999');
    const seen: string[] = [];
    const run = (name: string) =>
      unlessStamped(root, `dist/.${name}`, name, async () => {
        seen.push(`${name} begins`);
        await Promise.resolve();
        seen.push(`${name} ends`);
      });
    await Promise.all([run('a'), run('b')]);
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
    expect(existsSync(join(root, 'dist/.setup-lock'))).toBe(false);
  });

  it('is done again after it failed', async () => {
    const failing = unlessStamped(root, 'dist/.stamp', 'one', () =>
      Promise.reject(new Error('no')),
    );
    await expect(failing).rejects.toThrow('no');
    expect(existsSync(join(root, 'dist/.stamp'))).toBe(false);
  });
});

describe('a build', () => {
  it.each(['src/lib/a.ts', 'server/main.ts', 'vite.config.ts', 'package-lock.json'])(
    'is stale once %s changes',
    (path) => {
      const before = hashInputs(root);
      write(path, 'changed');
      expect(hashInputs(root)).not.toBe(before);
    },
  );

  it('is stale once a file is deleted, or text moves from one file to another', () => {
    const before = hashInputs(root);
    write('src/lib/a.ts', '');
    write('src/lib/b.ts', 'src/lib/a.tssrc/lib/b.ts');
    expect(hashInputs(root)).not.toBe(before);
    rmSync(join(root, 'src/lib/b.ts'));
    expect(hashInputs(root)).not.toBe(before);
  });

  it.each(['slides/pioneers/01.md', 'src/lib/a.test.ts', 'README.md'])(
    'stays fresh when %s changes',
    (path) => {
      const before = hashInputs(root);
      write(path, 'changed');
      expect(hashInputs(root)).toBe(before);
    },
  );
});

describe('a failed installation', () => {
  it.each([
    ['npm error code ENOTFOUND\nnpm error network request failed', /could not be reached/],
    ['npm error code ENOSPC', /disk is full/],
    ['npm error code EACCES\nnpm error syscall mkdir', /may not write/],
    ['spawn npm ENOENT', /npm was not found/],
    ['added 3 packages\nnpm error code EINTEGRITY\n', /npm said:\n\nnpm error code EINTEGRITY$/],
  ])('is explained by a message: %j', (output, words) => {
    expect(explainFailure(output)).toMatch(words);
  });
});
