import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { failure, success, type Result } from '../../src/lib/result.ts';
import { randomText } from '../auth/random.ts';

/** The reason why a file could not be written: a name for programs, a message for people. */
export interface WriteProblem {
  readonly name: 'full' | 'read-only' | 'unavailable';
  readonly message: string;
}

/**
 * Writes a file, so that there is all of the old one or all of the new one at every moment, a power
 * cut too: a temporary file beside it is synced, and then renamed. Its folder must be there.
 */
export async function writeWhole(
  file: string,
  data: string | Uint8Array,
): Promise<Result<null, WriteProblem>> {
  const temporary = join(dirname(file), `.${basename(file).slice(0, 64)}.${randomText(6)}.tmp`);
  try {
    await synced(await open(temporary, 'wx'), (handle) => handle.writeFile(data));
    await rename(temporary, file);
    await syncFolder(dirname(file));
    return success(null);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    return failure(writeProblem(error));
  }
}

/** Makes the names in a folder durable. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folder, and needs none of this.
  if (process.platform === 'win32') return;
  await synced(await open(folder, 'r'), async () => undefined);
}

async function synced(
  handle: FileHandle,
  write: (handle: FileHandle) => Promise<void>,
): Promise<void> {
  try {
    await write(handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const READ_ONLY = new Set(['EACCES', 'EPERM', 'EROFS']);

/** The problem that an error of the file system comes to. */
export function writeProblem(error: unknown): WriteProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (FULL.has(code)) {
    return { name: 'full', message: 'The server’s disk is full. Nothing was saved.' };
  }
  if (READ_ONLY.has(code)) {
    const message = 'The server may not write to the folder of decks. Nothing was saved.';
    return { name: 'read-only', message };
  }
  const reason = code === '' ? '' : ` (${code})`;
  const message = `The server could not write to the folder of decks${reason}. Nothing was saved.`;
  return { name: 'unavailable', message };
}
