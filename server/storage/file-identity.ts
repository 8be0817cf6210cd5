import { statSync } from 'node:fs';
import { Damage } from './sqlite.ts';

const moved =
  'The database file was removed or replaced while the server ran: nothing can be recorded. Put the file back, or restart the server.';

/**
 * Knows the file that was opened from another of the same name. SQLite goes on writing into a file
 * that was deleted, and what it wrote is gone with the process.
 */
export class FileIdentity {
  readonly #opened: string;

  /** `path` of a file that is there. */
  constructor(readonly path: string) {
    this.#opened = identity(path);
  }

  /** Throws a `Damage` where the file is no longer the one that was opened. */
  demandSame(): void {
    if (identity(this.path) !== this.#opened) throw new Damage(moved);
  }
}

/** Some microseconds; a thread would cost more. */
function identity(path: string): string {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? 'gone' : `${stats.dev}:${stats.ino}`;
}
