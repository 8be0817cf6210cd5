import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sqliteLog } from './sqlite-log.ts';
import { lostCommits } from './wal-check.ts';

let folder = '';
let wal = Buffer.alloc(0);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenary-wal-'));
  const opened = await sqliteLog(join(folder, 'plenary.db'), () => 0);
  if (!opened.ok) throw new Error(opened.error.message);
  for (let seq = 0; seq < 10; seq += 1) {
    await opened.value.transact('x', seq, () => [{ type: 'activity:opened', activity: 'a' }]);
  }
  await opened.value.close();
  wal = await readFile(join(folder, 'plenary.db-wal'));
});
afterEach(() => rm(folder, { recursive: true }));

/** The same log with one byte changed. */
function altered(offset: number): Buffer {
  const copy = Buffer.from(wal);
  copy[offset] = (copy[offset] ?? 0) ^ 0xff;
  return copy;
}

const FRAME = 24 + 4_096;

describe('a write-ahead log', () => {
  it('[V1] that is whole has lost nothing', () => {
    expect(wal.length).toBeGreaterThan(10 * FRAME);
    expect(lostCommits(wal)).toBe(0);
    expect(lostCommits(Buffer.alloc(0))).toBe(0);
  });

  it('[V1] [S10] that is damaged in its middle has lost what was committed after that', () => {
    expect(lostCommits(altered(wal.length - 4 * FRAME + 100))).toBe(4);
    // SQLite takes a file with a damaged header for empty: ten commits, and those of the table.
    expect(lostCommits(altered(10))).toBeGreaterThan(10);
    expect(lostCommits(altered(20))).toBeGreaterThan(10);
  });

  it('[V1] that a power cut tore at its end has lost nothing that was acknowledged', () => {
    expect(lostCommits(altered(wal.length - 10))).toBe(0);
    expect(lostCommits(wal.subarray(0, wal.length - 100))).toBe(0);
  });

  it('[V1] that was begun anew has lost nothing of what an earlier round left behind', () => {
    const again = Buffer.concat([wal, altered(40).subarray(32)]);
    again.fill(7, wal.length + 8, wal.length + 16);
    for (let at = wal.length; at < again.length; at += FRAME) again.fill(7, at + 8, at + 16);
    expect(lostCommits(again)).toBe(0);
  });

  it('[V1] [S10] that has lost something is not opened: it says so, and keeps the file', async () => {
    const damaged = altered(wal.length - 4 * FRAME + 100);
    await writeFile(join(folder, 'plenary.db-wal'), damaged);
    const opened = await sqliteLog(join(folder, 'plenary.db'), () => 0);
    expect(opened).toMatchObject({
      ok: false,
      error: { name: 'damaged', message: expect.stringContaining('4 commits') as string },
    });
    expect(damaged.equals(await readFile(join(folder, 'plenary.db-wal')))).toBe(true);
  });
});
