import { accessSync, chmodSync, constants, statSync } from 'node:fs';

const WRITABLE = 0o222;

/**
 * Lets those write the files beside a database who may write the database. SQLite makes them with its
 * mode: made while it could not be written to, they could not be either, for good.
 */
export function alignSideFiles(database: string): void {
  const mode = modeOf(database);
  for (const path of [`${database}-wal`, `${database}-shm`]) {
    const own = modeOf(path);
    if (mode === null || own === null || (mode & WRITABLE & ~own) === 0) continue;
    try {
      chmodSync(path, own | (mode & WRITABLE));
    } catch {
      // They belong to somebody else: opening says what is wrong.
    }
  }
}

/**
 * Throws where a file beside a database is there and cannot be written to. SQLite would open it for
 * reading, and share it so with all connections of the process until the last of them is closed.
 */
export function demandWritableSideFiles(database: string): void {
  for (const path of [`${database}-wal`, `${database}-shm`]) {
    if (modeOf(path) !== null) accessSync(path, constants.W_OK);
  }
}

function modeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mode ?? null;
}
