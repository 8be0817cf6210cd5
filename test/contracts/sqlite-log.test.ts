import { mkdtemp, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventLog } from '../../server/storage/event-log.ts';
import { openSqlite } from '../../server/storage/sqlite.ts';
import { sqliteLog } from '../../server/storage/sqlite-log.ts';
import { overwrite } from '../fixtures/damage.ts';
import { smallDeck } from '../fixtures/small-deck.ts';
import { valueOf } from '../fixtures/value-of.ts';
import type { Fact } from '../../src/session/facts.ts';

const opened: Fact = { type: 'activity:opened', activity: 'a' };
const closed: Fact = { type: 'activity:closed', activity: 'a' };

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenary-log-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

let clock = 1_000;
const now = (): number => (clock += 1);

describe('a session log in an SQLite file', () => {
  const file = (): string => join(folder, 'log.db');
  const openLog = async (): Promise<EventLog> => valueOf(await sqliteLog(file(), now));

  it('[V1] keeps the facts that it acknowledged for the next process', async () => {
    const first = await openLog();
    await first.transact('x', 0, () => [opened]);
    const second = await openLog();
    expect(valueOf(await second.read('x')).map(({ fact }) => fact)).toEqual([opened]);
    await first.close();
    await second.close();
  });

  it.each(['a5', 'ff', '22a522'])(
    '[S10] [S22] says that a text with the bytes %s of a damaged page is damaged, and reads the others',
    async (bytes) => {
      const log = await openLog();
      await log.transact('x', 0, () => [opened, closed]);
      await log.transact('y', 0, () => [{ ...opened, activity: 'é€😀' }, closed]);
      await log.close();
      const damaged = await openSqlite(file());
      await damaged.exec(`
        UPDATE facts SET fact = replace(fact, '"a"', '"' || CAST(x'${bytes}' AS TEXT) || '"')
        WHERE session = 'x' AND seq = 1`);
      damaged.close();
      const again = await openLog();
      expect(await again.read('x')).toMatchObject({ error: { name: 'damaged' } });
      expect(valueOf(await again.read('y'))).toHaveLength(2);
      expect(valueOf(await again.survey())).toEqual(['x']);
      expect(await again.verifyRead('x', 2)).toMatchObject({ error: { name: 'damaged' } });
      expect(valueOf(await again.verifyRead('y', 2))).toBeNull();
      await again.close();
    },
  );

  it('[S25] [S39] lists the sessions of a file that an earlier version wrote, a damaged one too', async () => {
    const started = (code: string): Fact => ({
      ...{ type: 'session:started', code, secret: '', deck: smallDeck },
    });
    const log = await openLog();
    await log.transact('x', 0, () => [started('x'), { type: 'session:ended' }]);
    await log.transact('y', 0, () => [started('y'), opened]);
    await log.transact('z', 0, () => [started('z')]);
    const listed = valueOf(await log.sessions(10, null));
    await log.close();
    const earlier = await openSqlite(file());
    await earlier.exec(`
      DROP TRIGGER session_started; DROP TRIGGER session_changed; DROP TABLE sessions;
      UPDATE facts SET fact = substr(fact, 2) WHERE session = 'z';
      PRAGMA user_version = 1`);
    earlier.close();
    const again = await openLog();
    const [y, x, z] = valueOf(await again.sessions(10, null));
    expect([y, x]).toEqual(listed.slice(1));
    expect(z).toMatchObject({ code: 'z', title: '' });
    expect(valueOf(await again.forget('z'))).toBe('gone');
    expect(valueOf(await again.read('y'))).toHaveLength(2);
    await again.close();
  });

  it('[S25] [S46] lists a session that is reopened in a file that an earlier version wrote', async () => {
    const started = { type: 'session:started', code: 'x', secret: '', deck: smallDeck } as const;
    const log = await openLog();
    await log.transact('x', 0, () => [started, { type: 'session:ended' }]);
    await log.close();
    const earlier = await openSqlite(file());
    // As it was before sessions could be reopened.
    await earlier.exec(`
      DROP TRIGGER session_changed;
      CREATE TRIGGER session_changed AFTER INSERT ON facts WHEN NEW.seq > 1 BEGIN SELECT 1; END;
      PRAGMA user_version = 2`);
    earlier.close();
    const again = await openLog();
    const slide = { type: 'slide:shown', position: { h: 0, v: 0, f: -1 } } as const;
    await again.transact('x', 2, () => [{ type: 'session:reopened' }]);
    expect(valueOf(await again.sessions(10, null))).toMatchObject([{ code: 'x', endedAt: null }]);
    await again.transact('x', 3, () => [{ type: 'session:ended' }, slide]);
    const listed = valueOf(await again.sessions(10, null));
    expect(listed[0]?.endedAt).not.toBeNull();
    await again.close();
    // As version 0.1 leaves it.
    const older = await openSqlite(file());
    await older.exec('PRAGMA user_version = 1');
    older.close();
    const last = await openLog();
    expect(valueOf(await last.sessions(10, null))).toEqual(listed);
    await last.close();
  });

  it('[S3] lets two processes write one session without losing or doubling a number', async () => {
    const [one, two] = [await openLog(), await openLog()];
    const write = (log: EventLog) => log.transact('x', 0, () => [opened]);
    await Promise.all(Array.from({ length: 40 }, (_, n) => write(n % 2 === 0 ? one : two)));
    expect(valueOf(await one.read('x')).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
    await one.close();
    await two.close();
  });

  it('[S4] [S10] says that the database is locked, appends nothing, and goes on when it is free', async () => {
    const log = await openLog();
    const other = await openSqlite(file());
    await other.exec('BEGIN IMMEDIATE');
    const refused = await log.transact('x', 0, () => [opened]);
    expect(refused).toMatchObject({ ok: false, error: { name: 'locked' } });
    await other.exec('ROLLBACK');
    expect((await log.transact('x', 0, () => [opened])).ok).toBe(true);
    expect(valueOf(await log.read('x'))).toHaveLength(1);
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
    expect(valueOf(await log.read('x'))).toHaveLength(2);
    expect(valueOf(await log.forget('x'))).toBe('gone');
    other.close();
    await log.close();
  });

  it('[S8] says that deleted words are not gone from the disk yet while another program reads, and erases them then', async () => {
    const log = await openLog();
    const words = 'Ginger nuts, dunked';
    const stand = async (): Promise<boolean> => {
      const files = await Promise.all([readFile(file()), readFile(`${file()}-wal`)]);
      return files.some((bytes) => bytes.includes(words));
    };
    await log.transact('x', 0, () => [{ type: 'activity:opened', activity: words }]);
    const reader = await openSqlite(file());
    await reader.exec('BEGIN; SELECT count(*) FROM facts');
    expect(valueOf(await log.forget('x'))).toBe('going');
    expect(valueOf(await log.read('x'))).toEqual([]);
    expect(await stand()).toBe(true);
    // Those who answer meanwhile do not wait for the reader.
    expect((await log.transact('y', 0, () => [opened])).ok).toBe(true);
    await reader.exec('COMMIT');
    await expect.poll(stand, { timeout: 10_000 }).toBe(false);
    expect(valueOf(await log.read('y'))).toHaveLength(1);
    reader.close();
    await log.close();
  });

  it('[S8] erases at its opening the words of a deletion that a stop interrupted', async () => {
    const words = 'Ginger nuts, dunked';
    const log = await openLog();
    await log.transact('x', 0, () => [{ type: 'activity:opened', activity: words }]);
    const reader = await openSqlite(file());
    await reader.exec('BEGIN; SELECT count(*) FROM facts');
    expect(valueOf(await log.forget('x'))).toBe('going');
    await log.close();
    await reader.exec('COMMIT');
    reader.close();
    const again = await openLog();
    for (const end of ['', '-wal'])
      expect((await readFile(file() + end)).includes(words)).toBe(false);
    await again.close();
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
    expect(valueOf(await log.read('x')).map(({ seq }) => seq)).toEqual([1, 2]);
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

  it('[S10] [V1] records nothing in a file that was removed, and goes on once the file is back', async () => {
    const log = await openLog();
    await log.transact('x', 0, () => [opened]);
    await rename(file(), `${file()}.away`);
    for (const refused of [await log.transact('x', 1, () => [closed]), await log.check()]) {
      expect(refused).toMatchObject({
        error: { name: 'damaged', message: expect.stringContaining('removed') as string },
      });
    }
    await rename(`${file()}.away`, file());
    expect((await log.transact('x', 1, () => [closed])).ok).toBe(true);
    await log.close();
  });

  it.each([['-wal'], ['-shm'], ['-wal', '-shm']])(
    '[S38] [V1] loses nothing and goes on where %s was removed beside the database',
    async (...ends) => {
      const log = await openLog();
      await log.transact('x', 0, () => [opened]);
      await log.verifyRead('x', 1);
      for (const end of ends) await rm(file() + end);
      expect((await log.transact('x', 1, () => [closed])).ok).toBe(true);
      expect((await log.check()).ok).toBe(true);
      const next = await openLog();
      expect(valueOf(await next.read('x')).map(({ fact }) => fact)).toEqual([opened, closed]);
      await next.close();
      await log.close();
    },
  );

  it('[S38] [S10] [V1] records nothing while its write-ahead log is another file, and goes on without it', async () => {
    const log = await openLog();
    await log.transact('x', 0, () => [opened]);
    await rename(`${file()}-wal`, `${file()}-wal.away`);
    await writeFile(`${file()}-wal`, 'something else');
    for (const refused of [await log.transact('x', 1, () => [closed]), await log.check()]) {
      expect(refused).toMatchObject({ ok: false, error: { name: 'damaged' } });
    }
    await rename(`${file()}-wal.away`, `${file()}-wal`);
    expect((await log.transact('x', 1, () => [closed])).ok).toBe(true);
    await log.close();
  });

  it('[S38] [S10] [V1] records nothing behind a write-ahead log that was cut off, and takes an emptied one', async () => {
    const log = await openLog();
    await log.transact('x', 0, () => [opened]);
    await log.transact('x', 1, () => [opened]);
    const other = await openSqlite(file());
    await other.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    expect((await stat(`${file()}-wal`)).size).toBe(0);
    expect((await log.transact('x', 2, () => [opened])).ok).toBe(true);
    other.close();
    await truncate(`${file()}-wal`, 0);
    for (const refused of [await log.transact('x', 3, () => [closed]), await log.check()]) {
      expect(refused).toMatchObject({
        error: { name: 'damaged', message: expect.stringContaining('Download') as string },
      });
    }
    await log.close();
  });

  it('[S10] [V1] notices that the facts on disk can no longer be read, though memory still has them', async () => {
    const log = await openLog();
    for (let seq = 0; seq < 50; seq += 1) await log.transact('x', seq, () => [opened]);
    expect((await log.verifyRead('x', 50)).ok).toBe(true);
    expect(await log.verifyRead('x', 51)).toMatchObject({ error: { name: 'damaged' } });
    const { size } = await stat(`${file()}-wal`);
    await overwrite(`${file()}-wal`, 32, size - 32);
    expect((await log.read('x')).ok).toBe(true);
    expect(await log.verifyRead('x', 50)).toMatchObject({ error: { name: 'damaged' } });
    await log.close();
  });

  it('[S10] [S4] has no transaction open after a commit that failed, whatever the reason', async () => {
    const log = await openLog();
    await log.transact('x', 0, () => [opened]);
    const { database } = log as unknown as { database: Awaited<ReturnType<typeof openSqlite>> };
    const expectRefused = async (decide: () => Fact[]): Promise<void> => {
      expect((await log.transact('x', 1, decide)).ok).toBe(false);
      expect(database.inTransaction).toBe(false);
      expect(valueOf(await log.read('x'))).toHaveLength(1);
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
    expect(valueOf(await log.read('x'))).toHaveLength(2);
    await log.close();
  });

  it('[S10] [S22] finds the sessions that were damaged before it was opened, and other damage', async () => {
    const log = await openLog();
    for (const name of ['w', 'x', 'y']) {
      const long: Fact = { type: 'activity:opened', activity: name.repeat(500) };
      await log.transact(name, 0, () => Array.from({ length: 40 }, () => long));
    }
    await log.close();
    const other = await openSqlite(file());
    await other.exec('PRAGMA wal_checkpoint(TRUNCATE); CREATE TABLE shopping (item TEXT)');
    await other.exec(`INSERT INTO shopping VALUES ('${'tea'.repeat(3_000)}')`);
    await other.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    other.close();
    const whole = await readFile(file());
    const surveyed = async (): Promise<unknown> => {
      const again = await openLog();
      const found = await again.survey();
      expect((await again.check()).ok).toBe(true);
      await again.close();
      return found;
    };
    // The last page with its texts: an earlier one may lead to those of all sessions.
    const last = whole.lastIndexOf('x'.repeat(500));
    await overwrite(file(), last - (last % 4_096), 4_096);
    expect(await surveyed()).toEqual({ ok: true, value: ['x'] });
    await writeFile(file(), whole);
    await overwrite(file(), whole.length - 4_096, 4_096);
    expect(await surveyed()).toMatchObject({ ok: false, error: { name: 'damaged' } });
  });

  it('[S10] says that a file is no database', async () => {
    await writeFile(file(), 'This is a text. '.repeat(500));
    expect(await sqliteLog(file(), now)).toMatchObject({ ok: false, error: { name: 'damaged' } });
  });

  it('[S10] says that a folder cannot be written to', async () => {
    const nowhere = await sqliteLog(join(folder, 'missing', 'log.db'), now);
    expect(nowhere).toMatchObject({ ok: false, error: { name: 'read-only' } });
  });

  it('[V1] syncs at every commit', async () => {
    const log = await openLog();
    const { database } = log as unknown as { database: Awaited<ReturnType<typeof openSqlite>> };
    const [row] = await (await database.prepare('PRAGMA synchronous')).all([]);
    expect(row).toEqual({ synchronous: 2 });
    await log.close();
  });
});
