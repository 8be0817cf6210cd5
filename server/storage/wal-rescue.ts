import { Damage, type Sqlite } from './sqlite.ts';

const inUse =
  'Files beside the database (-wal, -shm) were removed while the server ran, and another program has the database open: nothing can be recorded until that lets go.';

/**
 * Goes on after the write-ahead log of an open database was removed. All that was committed stands in
 * the deleted file, which the connection still has open: leaving WAL mode writes it into the database
 * file, and entering it again makes new files. Throws a `Damage` while another program has the
 * database open.
 */
export async function rescueRemovedLog(database: Sqlite): Promise<void> {
  try {
    await database.exec('PRAGMA journal_mode = DELETE');
  } catch (error) {
    throw new Damage(inUse, { cause: error });
  }
  // The files are made when something is read.
  await database.exec('PRAGMA journal_mode = WAL; SELECT count(*) FROM sqlite_schema');
}
