import { readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { success, type Result } from '../../src/lib/result.ts';
import { refused, type EditProblem } from './edit-problem.ts';
import { makeFolderInside } from './inside-folder.ts';
import { writeWhole } from './write-whole.ts';

/** A text of a file as it was saved; `id` is the name of its own file, `savedAt` ISO 8601, UTC. */
interface KeptVersion {
  readonly id: string;
  readonly file: string;
  readonly savedAt: string;
}

/** The folder in that of decks with the versions of all of them; no deck, for its name begins with a dot. */
const FOLDER = '.versions';

/** The time in UTC, then the file's name: sorted by name, versions are in the order of time. */
const VERSION = /^(\d{4}-\d\d-\d\d)_(\d\d)-(\d\d)-(\d\d)\.(\d{3})_([^/\\]+)$/;

/**
 * Keeps a text as the newest version of a file. Resolves with the path of the new file; with null
 * where the newest version has this text already.
 *
 * @param at milliseconds since 1970-01-01 UTC; later where there is a version of that time
 */
export async function keepVersion(
  decks: string,
  name: string,
  { file, text, at }: { readonly file: string; readonly text: string; readonly at: number },
): Promise<Result<string | null, EditProblem>> {
  const folder = await makeFolderInside(decks, [FOLDER, name]);
  if (!folder.ok) return folder;
  const [newest] = (await listVersions(decks, name)).filter((version) => version.file === file);
  if (newest !== undefined) {
    const kept = await readVersion(decks, name, newest.id);
    if (kept.ok && kept.value === text) return success(null);
  }
  const earliest = newest === undefined ? 0 : Date.parse(newest.savedAt) + 1;
  const path = join(folder.value, versionId(file, Math.max(at, earliest)));
  const written = await writeWhole(path, text);
  return written.ok ? success(path) : written;
}

/** Removes a version that was kept for a save which then failed. */
export async function dropVersion(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
}

/** Lists the versions of a deck's files, the newest first; none where they cannot be read. */
export async function listVersions(decks: string, name: string): Promise<KeptVersion[]> {
  const names = await readdir(join(decks, FOLDER, name)).catch(() => []);
  return names
    .flatMap(readId)
    .sort((a, b) => (a.savedAt === b.savedAt ? 0 : a.savedAt < b.savedAt ? 1 : -1));
}

/** Reads the text of a version. */
export async function readVersion(
  decks: string,
  name: string,
  id: string,
): Promise<Result<string, EditProblem>> {
  try {
    if (VERSION.test(id)) return success(await readFile(join(decks, FOLDER, name, id), 'utf8'));
  } catch {
    // Said below.
  }
  return refused('not-found', 'This version is not there any more.');
}

/** Gives the versions of a deck to the deck with another name. */
export async function moveVersions(decks: string, from: string, to: string): Promise<void> {
  const versions = await listVersions(decks, from);
  if (versions.length === 0) return;
  const folder = await makeFolderInside(decks, [FOLDER, to]);
  if (!folder.ok) return;
  for (const { id } of versions) {
    await rename(join(decks, FOLDER, from, id), join(folder.value, id)).catch(() => undefined);
  }
  await rmdir(join(decks, FOLDER, from)).catch(() => undefined);
}

function versionId(file: string, at: number): string {
  return `${new Date(at).toISOString().slice(0, -1).replace('T', '_').replaceAll(':', '-')}_${file}`;
}

function readId(id: string): KeptVersion[] {
  const [, date, hours, minutes, seconds, rest, file] = VERSION.exec(id) ?? [];
  if (file === undefined) return [];
  return [{ id, file, savedAt: `${date}T${hours}:${minutes}:${seconds}.${rest}Z` }];
}
