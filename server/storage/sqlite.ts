import Database from 'libsql/promise';
import type { StorageProblem } from './event-log.ts';

/** The little of libsql that the log uses; its own types say `any`. */
export interface Sqlite {
  /** Runs off the main thread: a commit's wait for the disk holds nobody up. */
  exec(sql: string): Promise<void>;
  prepare(sql: string): Promise<Statement>;
  readonly inTransaction: boolean;
  close(): void;
}

export interface Statement {
  run(parameters: readonly unknown[]): { readonly changes: number };
  all(parameters: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
}

/** Milliseconds for which another program may hold the lock before that is a problem. */
export const BUSY_TIMEOUT = 2_000;

/**
 * Opens or creates a database file, and brings its tables to the present format by `upgrade`. Throws
 * libsql's errors; see `storageProblem`.
 */
export async function openSqlite(
  file: string,
  upgrade: (database: Sqlite) => Promise<void> = async () => undefined,
): Promise<Sqlite> {
  const database = new Database(file, { timeout: BUSY_TIMEOUT }) as unknown as Sqlite;
  try {
    await prepareFile(database, upgrade);
    return database;
  } catch (error) {
    // Each further try would otherwise leave the file open once more.
    database.close();
    throw error;
  }
}

async function prepareFile(
  database: Sqlite,
  upgrade: (database: Sqlite) => Promise<void>,
): Promise<void> {
  // WAL lets exports read while answers are written. FULL syncs the log at each commit: an
  // answer that was acknowledged survives a power cut, too. Forgotten sessions are overwritten.
  await database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON',
  );
  await upgrade(database);
}

/** Opens a file that is there as it is, to read it. Throws libsql's errors. */
export function openToRead(file: string): Sqlite {
  return new Database(file, { timeout: BUSY_TIMEOUT }) as unknown as Sqlite;
}

/** Damage that SQLite does not see; its message says what is wrong and what to do. */
export class Damage extends Error {}

const words: Record<StorageProblem['name'], string> = {
  full: 'The disk is full: nothing more can be recorded until there is room.',
  'read-only': 'The data folder cannot be written to: nothing can be recorded.',
  locked: 'The database is in use by another program: nothing can be recorded until it lets go.',
  damaged: 'The database file is damaged: nothing can be recorded until a backup is restored.',
  unavailable: 'The database cannot be reached: nothing can be recorded until it is back.',
};

/** The problem that an error of SQLite means. See https://sqlite.org/rescode.html */
export function storageProblem(error: unknown): StorageProblem {
  if (error instanceof Damage) return { name: 'damaged', message: error.message };
  const name = problemName(error);
  return { name, message: words[name] };
}

function problemName(error: unknown): StorageProblem['name'] {
  if (!(error instanceof Error)) return 'unavailable';
  // The text of a fact that is no JSON.
  if (error instanceof SyntaxError) return 'damaged';
  // An error at opening has no code of its own, only words that end in SQLite's number for it.
  if (/^ConnectionFailed\(.*: 14"\)$/.test(error.message)) return 'read-only';
  const code = 'code' in error ? String(error.code) : '';
  // A full disk is FULL; a used-up quota or limit on a file's size is an error of writing.
  if (/FULL|IOERR_WRITE|IOERR_SHMSIZE/.test(code)) return 'full';
  // 1544: the folder may not be written to, which libsql has no name for.
  if (/READONLY|CANTOPEN|PERM|EACCES|EROFS|_1544$/.test(code)) return 'read-only';
  // PROTOCOL: another program held the lock of the write-ahead log for ten seconds.
  if (/BUSY|LOCKED|PROTOCOL/.test(code)) return 'locked';
  if (/CORRUPT|NOTADB/.test(code)) return 'damaged';
  return 'unavailable';
}
