import { access, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { mediaKind } from '../../src/deck/media-kinds.ts';
import { failure, success, type Result } from '../../src/lib/result.ts';
import { readFilePath } from './deck-name.ts';
import { refused, type EditProblem } from './edit-problem.ts';
import { realDeckFolder, realFile } from './inside-folder.ts';
import { placeForRemoved } from './removed-files.ts';
import { writeProblem } from './write-whole.ts';

/** Moves a picture or another file for slides out of a deck's folder, to where a person can take it back from. */
export async function removeMedia(
  decks: string,
  name: string,
  asked: string,
  now: number,
): Promise<Result<string, EditProblem>> {
  const deck = await realDeckFolder(decks, name);
  if (!deck.ok) return deck;
  const path = readFilePath(asked);
  if (!path.ok) return path;
  if (mediaKind(path.value) === null) return gone(path.value);
  const file = await realFile(decks, deck.value, path.value);
  if (!file.ok) return file;
  const place = await placeForRemoved(decks, `${name}_${basename(path.value)}`, now);
  if (!place.ok) return place;
  try {
    await access(file.value);
  } catch {
    return gone(path.value);
  }
  try {
    await rename(join(deck.value, path.value), place.value);
    return success(path.value);
  } catch (error) {
    return failure(writeProblem(error));
  }
}

function gone(path: string): Result<never, EditProblem> {
  return refused('not-found', `There is no picture or other file "${path}" in this deck.`);
}
