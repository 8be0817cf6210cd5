import { constants } from 'node:fs';
import { access, mkdir, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { failure, success, type Result } from '../../src/lib/result.ts';
import { refused, unknownDeck, type EditProblem } from './edit-problem.ts';
import { isDeckName } from './deck-name.ts';
import { writeProblem } from './write-whole.ts';

/** Finds the real path of a deck's folder, behind all links; fails where it is not within that of the folder of decks. */
export async function realDeckFolder(
  decks: string,
  name: string,
): Promise<Result<string, EditProblem>> {
  if (!isDeckName(name)) return unknownDeck(name);
  try {
    return inside(await realpath(decks), await realpath(join(decks, name)));
  } catch {
    return unknownDeck(name);
  }
}

/**
 * Finds a deck's folder to read from, which may also be one that a link leads to elsewhere.
 * `unwritable` says in words why nothing can be saved in it, or is null.
 */
export async function readableFolder(
  decks: string,
  name: string,
): Promise<Result<{ readonly folder: string; readonly unwritable: string | null }, EditProblem>> {
  const real = await realDeckFolder(decks, name);
  if (real.ok) return success({ folder: real.value, unwritable: await unwritable(real.value) });
  if (real.error.name !== 'outside-folder') return real;
  return success({ folder: join(decks, name), unwritable: real.error.message });
}

/**
 * Finds the real path of a folder below `root`, and makes it where it is missing. Fails where a link
 * leads out of the real path of `root`.
 *
 * @param names those of the folders on the way, from `root` on
 */
export async function makeFolderInside(
  root: string,
  names: readonly string[],
): Promise<Result<string, EditProblem>> {
  try {
    const top = await realpath(root);
    let folder = top;
    for (const name of names) {
      const next = join(folder, name);
      await mkdir(next).catch(ignoreExisting);
      const within = inside(top, await realpath(next));
      if (!within.ok) return within;
      folder = within.value;
    }
    return success(folder);
  } catch (error) {
    return failure(writeProblem(error));
  }
}

/** Finds the real path of a file that is there or not, in the real path of a folder within `decks`. */
export async function realFile(
  decks: string,
  folder: string,
  file: string,
): Promise<Result<string, EditProblem>> {
  const path = join(folder, file);
  const real = await realpath(path).catch(() => path);
  return inside(await realpath(decks), real);
}

/** The reason, in words, that a folder takes no files; null where it does. */
async function unwritable(folder: string): Promise<string | null> {
  try {
    await access(folder, constants.W_OK);
    return null;
  } catch {
    return 'The server may not write to the folder of this deck. Download what you change.';
  }
}

function inside(root: string, path: string): Result<string, EditProblem> {
  if (path.startsWith(root.endsWith(sep) ? root : root + sep)) return success(path);
  const message = 'A link leads out of the folder of decks here. Plenary writes nothing there.';
  return refused('outside-folder', message);
}

function ignoreExisting(error: unknown): void {
  if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return;
  throw error;
}
