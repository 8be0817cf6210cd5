import { setTimeout } from 'node:timers/promises';
import { BUSY_TIMEOUT, Damage, storageProblem, type Sqlite } from './sqlite.ts';

const inUse =
  'Files beside the database (-wal, -shm) were removed while the server ran, and another program has the database open: nothing can be recorded until that lets go.';

const BETWEEN_ATTEMPTS_MS = 20;

/**
 * Goes on after the write-ahead log of an open database was removed. All that was committed stands in
 * the deleted file, which the connection still has open: leaving WAL mode writes it into the database
 * file, and entering it again makes new files. Throws a `Damage` where another connection keeps the
 * database open for longer than `patience`, in milliseconds.
 */
export async function rescueRemovedLog(database: Sqlite, patience = BUSY_TIMEOUT): Promise<void> {
  try {
    await leaveWalMode(database, performance.now() + patience);
  } catch (error) {
    throw new Damage(inUse, { cause: error });
  }
  // The files are made when something is read.
  await database.exec('PRAGMA journal_mode = WAL; SELECT count(*) FROM sqlite_schema');
}

/**
 * SQLite does not wait for other connections here, and one that verified what was recorded is open a
 * moment longer than its `close` says: libsql's thread still has it.
 */
async function leaveWalMode(database: Sqlite, until: number): Promise<void> {
  try {
    await database.exec('PRAGMA journal_mode = DELETE');
  } catch (error) {
    const isLate = performance.now() > until;
    if (isLate || storageProblem(error).name !== 'locked') throw error;
    await setTimeout(BETWEEN_ATTEMPTS_MS);
    await leaveWalMode(database, until);
  }
}
