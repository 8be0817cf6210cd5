import { LARGEST_MEDIA } from '../../../src/deck/media-kinds.ts';
import { success, type Result } from '../../../src/lib/result.ts';
import { readBroughtFile, type BroughtFile, type KeptFile } from './brought-file.ts';
import { LARGEST_PAGE, LARGEST_TEXT, MOST_FILES } from './import-limits.ts';
import { importFailure, type ImportProblem } from './import-problem.ts';

/** The files that somebody brings, by their paths: no two of them are one on any file system. */
export class BroughtFiles {
  readonly #files = new Map<string, KeptFile>();
  /** The paths under which they are brought: "a.markdown" is kept as "a.md". */
  readonly #broughtAs = new Map<string, string>();
  /** The same, by the path as file systems compare it. */
  readonly #byLook = new Map<string, string>();
  /** The folders above them, likewise. */
  readonly #folders = new Map<string, string>();

  get all(): readonly KeptFile[] {
    return [...this.#files.values()];
  }

  /** The largest size of a file that decks use, in bytes. */
  static largest({ is }: BroughtFile): number {
    if (is === 'media') return LARGEST_MEDIA;
    return is === 'page' ? LARGEST_PAGE : LARGEST_TEXT;
  }

  /**
   * Adds a file by the path that it is brought under; resolves with the path under which it is kept,
   * null where it is not: it is of no use, or a picture or film that is too large.
   *
   * @param size in bytes, as far as it is known
   */
  add(path: string, size: number): Result<string | null, ImportProblem> {
    const read = readBroughtFile(path);
    if (!read.ok) return read;
    const file = read.value;
    if (file.is === 'by-the-system') return success(null);
    if (this.#files.size >= MOST_FILES && !this.#files.has(file.path)) {
      return importFailure(
        'too-large',
        `A deck has ${MOST_FILES} files at most. Bring its folder alone.`,
      );
    }
    if (file.is === 'unused') {
      this.#files.set(file.path, file);
      return success(null);
    }
    if (size > BroughtFiles.largest(file)) {
      if (file.is !== 'media') return importFailure('too-large', tooLarge(file));
      this.#files.set(file.path, { is: 'too-large', path: file.path });
      return success(null);
    }
    const before = this.#broughtAs.get(file.path) ?? path;
    const other = before === path ? this.#clash(file.path) : before;
    if (other !== null) return importFailure('bad-name', clashing(path, other));
    this.#broughtAs.set(file.path, path);
    this.#note(file);
    return success(file.path);
  }

  #note(file: KeptFile): void {
    this.#files.set(file.path, file);
    this.#byLook.set(look(file.path), file.path);
    for (const folder of foldersOf(file.path)) this.#folders.set(look(folder), folder);
  }

  /** A file or folder that a file system may take for this one, or null. */
  #clash(path: string): string | null {
    const same = this.#byLook.get(look(path)) ?? this.#folders.get(look(path));
    if (same !== undefined && same !== path) return same;
    if (this.#folders.has(look(path))) return path;
    for (const folder of foldersOf(path)) {
      const other = this.#byLook.get(look(folder)) ?? this.#folders.get(look(folder)) ?? folder;
      if (other !== folder || this.#byLook.has(look(folder))) return other;
    }
    return null;
  }
}

/** The folders above a file, from the top, without `/` at their ends. */
function foldersOf(path: string): string[] {
  return [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index));
}

function look(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function clashing(one: string, other: string): string {
  return `"${one}" and "${other}" are one name on many computers. Rename one of them.`;
}

function tooLarge(file: KeptFile): string {
  return `"${file.path}" is larger than ${BroughtFiles.largest(file) / 1_000_000} MB, the most for a file of its kind.`;
}
