import { readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openSqlite } from '../../server/storage/sqlite.ts';
import { overwrite } from '../fixtures/damage.ts';
import { valueOf } from '../fixtures/value-of.ts';
import { closed, opened, logInAFolder } from './log-in-a-folder.ts';
import type { Fact } from '../../src/session/facts.ts';
import { readFacts } from '../../server/storage/read-facts.ts';

const { file, openLog } = logInAFolder();

describe('a session log in an SQLite file that was damaged or replaced', () => {
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
      expect(await readFacts(again, 'x')).toMatchObject({ error: { name: 'damaged' } });
      expect(valueOf(await readFacts(again, 'y'))).toHaveLength(2);
      expect(valueOf(await again.survey())).toEqual(['x']);
      expect(await again.verifyRead('x', 2)).toMatchObject({ error: { name: 'damaged' } });
      expect(valueOf(await again.verifyRead('y', 2))).toBeNull();
      await again.close();
    },
  );

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
      expect(valueOf(await readFacts(next, 'x')).map(({ fact }) => fact)).toEqual([opened, closed]);
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
    expect((await readFacts(log, 'x')).ok).toBe(true);
    expect(await log.verifyRead('x', 50)).toMatchObject({ error: { name: 'damaged' } });
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
});
