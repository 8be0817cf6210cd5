import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

// A folder that leads to itself by a link would have no end.
const DEEPEST = 8;
const MOST = 20_000;
const SKIPPED = new Set(['node_modules', '.git']);

/**
 * Lists the files below a folder by their paths in it, separated by `/`. Links are followed, as they
 * are when the files are served. A folder that cannot be read counts as empty.
 */
export async function listDeckFiles(folder: string): Promise<string[]> {
  const found: string[] = [];
  await listInto(found, folder, '', 0);
  return found.sort();
}

async function listInto(found: string[], folder: string, at: string, depth: number): Promise<void> {
  const entries = await readdir(join(folder, at), { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (found.length >= MOST) return;
    const path = at + entry.name;
    const kind = await kindOf(entry, join(folder, path));
    if (kind === 'file') found.push(path);
    if (kind !== 'folder' || depth >= DEEPEST || SKIPPED.has(entry.name)) continue;
    await listInto(found, folder, `${path}/`, depth + 1);
  }
}

async function kindOf(entry: Dirent, path: string): Promise<'file' | 'folder' | null> {
  const seen = entry.isSymbolicLink() ? await stat(path).catch(() => null) : entry;
  if (seen === null) return null;
  if (seen.isDirectory()) return 'folder';
  return seen.isFile() ? 'file' : null;
}
