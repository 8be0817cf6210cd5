import { chmod, copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failure, success, type Result } from '../../../src/lib/result.ts';

/** A copy of a database file, with that of its write-ahead log beside it, in a folder of its own. */
export interface CopiedDatabase {
  readonly folder: string;
  readonly file: string;
}

/**
 * Copies a database file that no server has open: SQLite would write to the file itself. Fails with the reason in
 * words.
 */
export async function copyDatabase(file: string): Promise<Result<CopiedDatabase, string>> {
  const before = await lastWrite(file);
  if (before === null) return failure(`There is no file ${file}.`);
  const folder = await mkdtemp(join(tmpdir(), 'plenary-log-'));
  const copy = join(folder, 'plenary.db');
  try {
    await copyWritable(file, copy);
    await copyWritable(`${file}-wal`, `${copy}-wal`).catch(() => null);
    if ((await lastWrite(file)) !== before) {
      throw new Error('it was written to meanwhile. Stop the server, or take a backup');
    }
    return success({ folder, file: copy });
  } catch (error) {
    await rm(folder, { recursive: true });
    const reason = error instanceof Error ? error.message : String(error);
    return failure(`${file} cannot be read: ${reason}`);
  }
}

/** A copy of a read-only file is read-only at first. */
async function copyWritable(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  await chmod(to, 0o600);
}

/** The sizes and times of the file and its write-ahead log, to compare; null where it is no file. */
async function lastWrite(file: string): Promise<string | null> {
  const [main, log] = await Promise.all(
    [file, `${file}-wal`].map((path) => stat(path).catch(() => null)),
  );
  if (main?.isFile() !== true) return null;
  return [main.size, main.mtimeMs, log?.size, log?.mtimeMs].join();
}
