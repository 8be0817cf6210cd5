import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashInputs } from './build.mjs';

let root = '';
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plenary-build-'));
  write('src/lib/a.ts', 'one');
  write('src/lib/b.ts', 'two');
  write('public/icon.svg', 'picture');
  write('vite.config.ts', 'config');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('a build', () => {
  it('stays fresh while nothing changes', () => {
    const before = hashInputs(root);
    write('src/lib/a.ts', 'one');
    expect(hashInputs(root)).toBe(before);
  });

  it.each([
    'src/lib/a.ts',
    'server/main.ts',
    'public/icon.svg',
    'vite.config.ts',
    'tsconfig.json',
    'package-lock.json',
  ])('is stale once %s changes', (path) => {
    const before = hashInputs(root);
    write(path, 'changed');
    expect(hashInputs(root)).not.toBe(before);
  });

  it('is stale once a file is gone', () => {
    const before = hashInputs(root);
    rmSync(join(root, 'src/lib/b.ts'));
    expect(hashInputs(root)).not.toBe(before);
  });

  it('is stale once text moves from one file to the next', () => {
    const before = hashInputs(root);
    write('src/lib/a.ts', '');
    write('src/lib/b.ts', 'onetwo');
    expect(hashInputs(root)).not.toBe(before);
  });

  it.each([
    'slides/pioneers/01.md',
    'src/lib/a.test.ts',
    'src/apps/attendee/page.test.tsx',
    'README.md',
  ])('stays fresh when %s changes', (path) => {
    const before = hashInputs(root);
    write(path, 'changed');
    expect(hashInputs(root)).toBe(before);
  });
});
