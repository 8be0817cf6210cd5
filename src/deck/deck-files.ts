import { nearestWord } from '../lib/nearest-word.ts';

/** The result of looking for a file in a deck's folder. */
export type FileSearch =
  | { readonly is: 'there' }
  /** The file's name differs in capitals, or in characters that look the same. */
  | { readonly is: 'spelt-differently'; readonly path: string }
  /** `nearest` is a file that may have been meant, or null. */
  | { readonly is: 'missing'; readonly nearest: string | null };

/** The files in the folder of a deck, to which its slides may refer. */
export interface DeckFiles {
  /** Looks for a file by its path in the folder, without percent encoding. */
  find(path: string): FileSearch;
}

/** The folder of a deck, to whose files its slides and its style sheet refer. */
export interface DeckFolder {
  readonly name: string;
  readonly files: DeckFiles;
}

// Comparing a long name with many others would take long.
const MOST_COMPARED = 50;
const LONGEST_COMPARED = 40;

/** The files `paths`, which are relative to the folder and separated by `/`. */
export function deckFiles(paths: readonly string[]): DeckFiles {
  const files = new Set(paths);
  const byLook = new Map(paths.map((path) => [look(path), path]));
  const byName = new Map(paths.map((path) => [look(baseName(path)), path]));
  const byFolder = new Map<string, string[]>();
  for (const path of paths) {
    const beside = byFolder.get(folderOf(path)) ?? [];
    if (beside.length < MOST_COMPARED) beside.push(path);
    byFolder.set(folderOf(path), beside);
  }
  return {
    find(path) {
      if (files.has(path)) return { is: 'there' };
      const similar = byLook.get(look(path));
      if (similar !== undefined) return { is: 'spelt-differently', path: similar };
      const elsewhere = byName.get(look(baseName(path)));
      const beside = path.length > LONGEST_COMPARED ? [] : byFolder.get(folderOf(path));
      return { is: 'missing', nearest: elsewhere ?? nearestWord(path, beside ?? []) };
    },
  };
}

/** Takes every file to be there: for a deck whose folder is not known. */
export const unlistedFiles: DeckFiles = { find: () => ({ is: 'there' }) };

/** Equal for names that some file systems take for one: without case and composition. */
function look(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
