import { statSync } from 'node:fs';

/**
 * The change to an open database's files: `moved`: the database file was removed or replaced;
 * `log-replaced`: its write-ahead log is another one; `log-gone`: files beside it were removed;
 * `shrunk`: a file is shorter than before.
 */
export type FileChange = 'none' | 'moved' | 'log-replaced' | 'log-gone' | 'shrunk';

interface Seen {
  /** Tells one file of a name from another; null where there is none. */
  readonly id: string | null;
  /** Bytes. */
  readonly size: bigint;
}

/**
 * Knows the files that were opened from others of the same names. SQLite goes on writing into a file
 * that was deleted, and what it wrote is gone with the process.
 */
export class FileIdentity {
  #opened: readonly [database: Seen, log: Seen, index: Seen];

  /** `path` of a database that is open, in WAL mode. */
  constructor(readonly path: string) {
    this.#opened = this.#look();
  }

  /** Some microseconds; a thread would cost more. */
  change(): FileChange {
    const [database, log, index] = this.#opened;
    const [databaseNow, logNow, indexNow] = this.#look();
    if (databaseNow.id !== database.id) return 'moved';
    // A program that opened the database after the removal has made an empty one.
    if (logNow.id !== log.id) return logNow.size > 0n ? 'log-replaced' : 'log-gone';
    if (indexNow.id !== index.id) return 'log-gone';
    if (databaseNow.size < database.size || logNow.size < log.size) return 'shrunk';
    this.#opened = [databaseNow, logNow, indexNow];
    return 'none';
  }

  /** Takes the files as they are for the opened ones. */
  accept(): void {
    this.#opened = this.#look();
  }

  #look(): readonly [Seen, Seen, Seen] {
    return [look(this.path), look(`${this.path}-wal`), look(`${this.path}-shm`)];
  }
}

function look(path: string): Seen {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (stats === undefined) return { id: null, size: 0n };
  return { id: `${stats.dev}:${stats.ino}`, size: stats.size };
}
