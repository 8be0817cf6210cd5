import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withSetupLock } from './setup-lock.mjs';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plenary-lock-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const lock = (): string => join(root, 'dist/.setup-lock');

describe('installing and building', () => {
  it('never happens twice at a time in one folder', async () => {
    const seen: string[] = [];
    const work = (name: string) => async (): Promise<void> => {
      seen.push(`${name} begins`);
      await Promise.resolve();
      seen.push(`${name} ends`);
    };
    await Promise.all([withSetupLock(root, work('a')), withSetupLock(root, work('b'))]);
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('leaves no lock behind, even where it fails', async () => {
    const failing = withSetupLock(root, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(existsSync(lock())).toBe(false);
  });

  it('goes on where whoever had the lock was killed', async () => {
    mkdirSync(join(root, 'dist'));
    writeFileSync(lock(), '');
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(lock(), longAgo, longAgo);
    let done = false;
    await withSetupLock(root, async () => {
      done = true;
    });
    expect(done).toBe(true);
  });
});
