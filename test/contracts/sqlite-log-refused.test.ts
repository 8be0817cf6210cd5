import { describe, expect, it } from 'vitest';
import { openSqlite } from '../../server/storage/sqlite.ts';
import { valueOf } from '../fixtures/value-of.ts';
import { closed, opened, logInAFolder } from './log-in-a-folder.ts';
import type { Fact } from '../../src/session/facts.ts';
import { readFacts } from '../../server/storage/read-facts.ts';

const { file, openLog } = logInAFolder();

describe('a session log in an SQLite file that takes no writes for a while', () => {
  it('[S4] [S10] says that the database is locked, appends nothing, and goes on when it is free', async () => {
    const log = await openLog();
    const other = await openSqlite(file());
    await other.exec('BEGIN IMMEDIATE');
    const refused = await log.transact('x', 0, () => [opened]);
    expect(refused).toMatchObject({ ok: false, error: { name: 'locked' } });
    await other.exec('ROLLBACK');
    expect((await log.transact('x', 0, () => [opened])).ok).toBe(true);
    expect(valueOf(await readFacts(log, 'x'))).toHaveLength(1);
    other.close();
    await log.close();
  });

  it('[S4] [S10] goes on after it could not delete a session because the database was locked', async () => {
    const log = await openLog();
    await log.transact('x', 0, () => [opened]);
    const other = await openSqlite(file());
    await other.exec('BEGIN IMMEDIATE');
    expect(await log.forget('x')).toMatchObject({ ok: false, error: { name: 'locked' } });
    await other.exec('ROLLBACK');
    expect((await log.transact('x', 1, () => [closed])).ok).toBe(true);
    expect(valueOf(await readFacts(log, 'x'))).toHaveLength(2);
    expect(valueOf(await log.forget('x'))).toBe('gone');
    other.close();
    await log.close();
  });

  it('[S4] [S10] says that the disk is full, appends nothing, and goes on when there is space again', async () => {
    const log = await openLog();
    await log.transact('x', 0, () => [opened]);
    const { database } = log as unknown as { database: Awaited<ReturnType<typeof openSqlite>> };
    const limit = async (pages: number): Promise<void> => {
      await (await database.prepare(`PRAGMA max_page_count = ${pages}`)).all([]);
    };
    await limit(1);
    const large: Fact = { type: 'activity:opened', activity: 'x'.repeat(100_000) };
    const refused = await log.transact('x', 1, () => [large]);
    expect(refused).toMatchObject({ ok: false, error: { name: 'full' } });
    await limit(1_000_000);
    expect((await log.transact('x', 1, () => [large])).ok).toBe(true);
    expect(valueOf(await readFacts(log, 'x')).map(({ seq }) => seq)).toEqual([1, 2]);
    await log.close();
  });

  it('[S10] is ready only if it could write, and checks that once for all who ask', async () => {
    const log = await openLog();
    const other = await openSqlite(file());
    await other.exec('BEGIN IMMEDIATE');
    const answers = await Promise.all(Array.from({ length: 20 }, () => log.check()));
    expect(answers[0]).toMatchObject({ ok: false, error: { name: 'locked' } });
    // Each wait for a lock takes seconds, and answers wait behind it.
    expect(new Set(answers).size).toBe(1);
    await other.exec('ROLLBACK');
    expect((await log.check()).ok).toBe(true);
    other.close();
    await log.close();
  });

  it('[S10] [S4] has no transaction open after a commit that failed, whatever the reason', async () => {
    const log = await openLog();
    await log.transact('x', 0, () => [opened]);
    const { database } = log as unknown as { database: Awaited<ReturnType<typeof openSqlite>> };
    const expectRefused = async (decide: () => Fact[]): Promise<void> => {
      expect((await log.transact('x', 1, decide)).ok).toBe(false);
      expect(database.inTransaction).toBe(false);
      expect(valueOf(await readFacts(log, 'x'))).toHaveLength(1);
    };
    await expectRefused(() => {
      throw new Error('a fault in what decides');
    });
    // Each stops a statement in its middle, and SQLite rolls back by itself after one of them.
    for (const how of ['ABORT', 'FAIL', 'ROLLBACK']) {
      await database.exec(
        `CREATE TRIGGER refuse BEFORE INSERT ON facts BEGIN SELECT raise(${how}, 'no'); END`,
      );
      await expectRefused(() => [closed, closed]);
      await database.exec('DROP TRIGGER refuse');
    }
    expect((await log.transact('x', 1, () => [closed])).ok).toBe(true);
    expect(valueOf(await readFacts(log, 'x'))).toHaveLength(2);
    await log.close();
  });
});
