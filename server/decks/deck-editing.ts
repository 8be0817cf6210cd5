import { stat } from 'node:fs/promises';
import { STYLE_FILE } from '../../src/deck/deck.ts';
import { mediaKind } from '../../src/deck/media-kinds.ts';
import { REVEAL_MD_FILE } from '../../src/deck/parse/reveal-md-file.ts';
import { contentHash } from '../../src/lib/content-hash.ts';
import { Mutex } from '../../src/lib/mutex.ts';
import { failure, success, type Result } from '../../src/lib/result.ts';
import type {
  ChangedMeanwhile,
  DeckFile,
  DeckFolderEntry,
} from '../../src/protocol/deck-editing.ts';
import { listDeckFiles } from './deck-files.ts';
import { readFilePath } from './deck-name.ts';
import { dropVersion, keepVersion } from './deck-versions.ts';
import { refused, type EditProblem } from './edit-problem.ts';
import { readableFolder, realDeckFolder, realFile } from './inside-folder.ts';
import { readDeck } from './read-deck.ts';
import { writeWhole } from './write-whole.ts';

/** In bytes: its versions have their time before it, and 255 is the most of a file system. */
const LONGEST_NAME = 200;

/** A text for a file of a deck, and the hash of the text that it replaces; null for a new file. */
export interface FileChange {
  readonly file: string;
  readonly text: string;
  readonly base: string | null;
}

/** The reason why a file was not saved; with the present file where another was saved meanwhile. */
export type SaveProblem =
  | EditProblem
  | (ChangedMeanwhile & { readonly name: 'changed-meanwhile'; readonly message: string });

/** Reads and saves the files of decks, one change of a deck after the other. */
export class DeckEditing {
  readonly #locks = new Map<string, Mutex>();

  /** @param now milliseconds since 1970-01-01 UTC */
  constructor(
    readonly decks: string,
    readonly now: () => number,
  ) {}

  /** Reads a deck as it is edited: also one that leads out of the folder of decks, which cannot be saved. */
  async open(name: string): Promise<Result<DeckFolderEntry, EditProblem>> {
    const found = await readableFolder(this.decks, name);
    if (!found.ok) return found;
    const { folder, unwritable } = found.value;
    const files = await readTexts(folder);
    if (!files.ok) return files;
    const media = (await listDeckFiles(folder)).filter((path) => mediaKind(path) !== null);
    return success({ name, files: files.value, media, unwritable });
  }

  /** Saves a file, and keeps the text before and the new one as versions. Resolves with the new hash. */
  async save(name: string, change: FileChange): Promise<Result<string, SaveProblem>> {
    const folder = await realDeckFolder(this.decks, name);
    if (!folder.ok) return folder;
    if (!isEditable(change.file)) {
      const message = `Only Markdown files (*.md), ${STYLE_FILE} and ${REVEAL_MD_FILE} are edited here.`;
      return refused('bad-name', message);
    }
    return this.locked(folder.value, () => this.#save(name, folder.value, change));
  }

  /** Runs a change of the folder with this real path, after all that came before it. */
  locked<Value>(folder: string, change: () => Promise<Value>): Promise<Value> {
    const lock = this.#locks.get(folder) ?? new Mutex();
    this.#locks.set(folder, lock);
    return lock.run(change);
  }

  async #save(
    name: string,
    folder: string,
    { file, text, base }: FileChange,
  ): Promise<Result<string, SaveProblem>> {
    const read = await readTexts(folder);
    if (!read.ok) return read;
    const present = read.value.find((one) => one.file === file) ?? null;
    if ((present?.hash ?? null) !== base) return changedMeanwhile(file, present);
    if (present === null && hasSpelling(read.value, file)) {
      return refused('name-taken', `There is a file with the name "${file}" in other capitals.`);
    }
    const path = await realFile(this.decks, folder, file);
    if (!path.ok) return path;
    if (present !== null) {
      const at = (await stat(path.value)).mtimeMs;
      const kept = await keepVersion(this.decks, name, { file, text: present.text, at });
      if (!kept.ok) return kept;
    }
    const kept = await keepVersion(this.decks, name, { file, text, at: this.now() });
    if (!kept.ok) return kept;
    const written = await writeWhole(path.value, text);
    if (written.ok) return success(contentHash(text));
    if (kept.value !== null) await dropVersion(kept.value);
    return written;
  }
}

/** The texts of a deck's folder; none where it has no Markdown yet. */
async function readTexts(folder: string): Promise<Result<DeckFile[], EditProblem>> {
  const sources = await readDeck(folder);
  if (sources.ok) {
    return success(sources.value.map((one) => ({ ...one, hash: contentHash(one.text) })));
  }
  if (sources.error.name === 'no-slides') return success([]);
  return refused('unreadable-deck', sources.error.message);
}

function isEditable(file: string): boolean {
  const path = readFilePath(file);
  if (!path.ok || path.value !== file || file.includes('/')) return false;
  if (Buffer.byteLength(file) > LONGEST_NAME) return false;
  return file.endsWith('.md') || file === STYLE_FILE || file === REVEAL_MD_FILE;
}

function hasSpelling(files: readonly DeckFile[], file: string): boolean {
  return files.some((one) => one.file.toLowerCase() === file.toLowerCase());
}

function changedMeanwhile(file: string, present: DeckFile | null): Result<never, SaveProblem> {
  const message =
    present === null
      ? `The file "${file}" is not in the folder any more. Your text is not saved yet.`
      : `Somebody else has saved "${file}" meanwhile. Your text is not saved yet.`;
  return failure({ name: 'changed-meanwhile', message, present });
}
