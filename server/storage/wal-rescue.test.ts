import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite, openToRead, type Sqlite } from './sqlite.ts';
import { rescueRemovedLog } from './wal-rescue.ts';

let folder = '';
let database: Sqlite;
let other: Sqlite;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenary-rescue-'));
  const file = join(folder, 'log.db');
  database = await openSqlite(file, (created) => created.exec('CREATE TABLE kept (text TEXT)'));
  await database.exec("INSERT INTO kept VALUES ('before the removal')");
  other = openToRead(file);
  await other.exec('SELECT * FROM kept');
  await rm(`${file}-wal`);
});
afterEach(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

describe('[S38] [V1] a removed write-ahead log', () => {
  it('is saved once a connection that verifies what was recorded has ended', async () => {
    let refusals = 0;
    const watched: Sqlite = {
      inTransaction: false,
      prepare: (sql) => database.prepare(sql),
      close: () => database.close(),
      exec: (sql) =>
        database.exec(sql).catch((error: unknown) => {
          refusals += 1;
          other.close();
          throw error;
        }),
    };
    await rescueRemovedLog(watched);
    expect(refusals).toBeGreaterThan(0);
    const saved = await (await database.prepare('SELECT text FROM kept')).all([]);
    expect(saved).toMatchObject([{ text: 'before the removal' }]);
  });

  it('is not saved while another program keeps the database open, and that is said', async () => {
    await expect(rescueRemovedLog(database, 0)).rejects.toThrow('until that lets go');
    other.close();
  });
});
