import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allSessions } from '../../server/storage/session-filter.ts';
import type { EventLog } from '../../server/storage/event-log.ts';
import { openSqlite } from '../../server/storage/sqlite.ts';
import { sqliteLog } from '../../server/storage/sqlite-log.ts';
import { smallDeck } from '../fixtures/small-deck.ts';
import { valueOf } from '../fixtures/value-of.ts';
import { opened, logInAFolder } from './log-in-a-folder.ts';
import type { Fact } from '../../src/session/facts.ts';
import { readFacts } from '../../server/storage/read-facts.ts';

const { file, folder, openLog, now } = logInAFolder();

describe('a session log in an SQLite file', () => {
  it('[V1] keeps the facts that it acknowledged for the next process', async () => {
    const first = await openLog();
    await first.transact('x', 0, () => [opened]);
    const second = await openLog();
    expect(valueOf(await readFacts(second, 'x')).map(({ fact }) => fact)).toEqual([opened]);
    await first.close();
    await second.close();
  });

  it('[S25] [S39] lists the sessions of a file that an earlier version wrote, a damaged one too', async () => {
    const started = (code: string): Fact => ({
      ...{ type: 'session:started', code, secret: '', deck: smallDeck },
    });
    const log = await openLog();
    await log.transact('x', 0, () => [started('x'), { type: 'session:ended' }]);
    await log.transact('y', 0, () => [started('y'), opened]);
    await log.transact('z', 0, () => [started('z')]);
    const listed = valueOf(await log.sessions(10, null, allSessions));
    await log.close();
    const earlier = await openSqlite(file());
    await earlier.exec(`
      DROP TRIGGER session_started; DROP TRIGGER session_changed; DROP TABLE sessions;
      UPDATE facts SET fact = substr(fact, 2) WHERE session = 'z';
      PRAGMA user_version = 1`);
    earlier.close();
    const again = await openLog();
    const [y, x, z] = valueOf(await again.sessions(10, null, allSessions));
    expect([y, x]).toEqual(listed.slice(1));
    expect(z).toMatchObject({ code: 'z', title: '' });
    expect(valueOf(await again.forget('z'))).toBe('gone');
    expect(valueOf(await readFacts(again, 'y'))).toHaveLength(2);
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
    expect(valueOf(await again.sessions(10, null, allSessions))).toMatchObject([
      { code: 'x', endedAt: null },
    ]);
    await again.transact('x', 3, () => [{ type: 'session:ended' }, slide]);
    const listed = valueOf(await again.sessions(10, null, allSessions));
    expect(listed[0]?.endedAt).not.toBeNull();
    await again.close();
    // As version 0.1 leaves it.
    const older = await openSqlite(file());
    await older.exec('PRAGMA user_version = 1');
    older.close();
    const last = await openLog();
    expect(valueOf(await last.sessions(10, null, allSessions))).toEqual(listed);
    await last.close();
  });

  it('[S3] lets two processes write one session without losing or doubling a number', async () => {
    const [one, two] = [await openLog(), await openLog()];
    const write = async (log: EventLog): Promise<void> => {
      // On a busy disk the other may hold the lock for too long: that passes, and nothing was written.
      let problem: string | null = 'locked';
      while (problem === 'locked') {
        const written = await log.transact('x', 0, () => [opened]);
        problem = written.ok ? null : written.error.name;
      }
      expect(problem).toBe(null);
    };
    await Promise.all(Array.from({ length: 40 }, (_, n) => write(n % 2 === 0 ? one : two)));
    expect(valueOf(await readFacts(one, 'x')).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
    await one.close();
    await two.close();
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
    expect(valueOf(await readFacts(log, 'x'))).toEqual([]);
    expect(await stand()).toBe(true);
    // Those who answer meanwhile do not wait for the reader.
    expect((await log.transact('y', 0, () => [opened])).ok).toBe(true);
    await reader.exec('COMMIT');
    await expect.poll(stand, { timeout: 10_000 }).toBe(false);
    expect(valueOf(await readFacts(log, 'y'))).toHaveLength(1);
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

  it('[S10] says that a file is no database', async () => {
    await writeFile(file(), 'This is a text. '.repeat(500));
    expect(await sqliteLog(file(), now)).toMatchObject({ ok: false, error: { name: 'damaged' } });
  });

  it('[S10] says that a folder() cannot be written to', async () => {
    const nowhere = await sqliteLog(join(folder(), 'missing', 'log.db'), now);
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
