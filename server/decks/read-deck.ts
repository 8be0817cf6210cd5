import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { STYLE_FILE, type DeckSource } from '../../src/deck/deck.ts';
import { REVEAL_MD_FILE } from '../../src/deck/parse/reveal-md-file.ts';
import { failure, success, type Result } from '../../src/lib/result.ts';

/** The files that a deck may have beside its Markdown. */
const FURTHER_FILES = [REVEAL_MD_FILE, STYLE_FILE];

/** The reason why a folder cannot be read as a deck. */
export interface DeckReadError {
  readonly name: 'no-folder' | 'no-slides' | 'unreadable';
  readonly message: string;
}

/** Lists the names of the folders of decks, sorted, without hidden ones; empty if they cannot be read. */
export async function deckNames(decks: string): Promise<string[]> {
  const entries = await readdir(decks, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  return folders.map(({ name }) => name).sort();
}

/**
 * Reads the *.md files of a deck's folder, sorted by the code points of their names, and then its
 * `reveal-md.json` and its style sheet, if it has them. File names are without the folder.
 */
export async function readDeck(folder: string): Promise<Result<DeckSource[], DeckReadError>> {
  try {
    const listed = await readdir(folder);
    const names = listed.filter(isMarkdown).sort();
    if (names.length === 0) {
      return failure({
        name: 'no-slides',
        message: `There is no Markdown file (*.md) in ${folder}.`,
      });
    }
    const read = [...names, ...listed.filter((name) => FURTHER_FILES.includes(name))];
    return success(await Promise.all(read.map((file) => readSource(folder, file))));
  } catch (error) {
    return failure(readError(folder, error));
  }
}

function isMarkdown(name: string): boolean {
  return name.endsWith('.md') && !name.startsWith('.');
}

class NotUtf8 extends Error {}

async function readSource(folder: string, file: string): Promise<DeckSource> {
  const bytes = await readFile(join(folder, file));
  try {
    // TextDecoder drops a byte order mark, which would hide the front matter.
    return { file, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    throw new NotUtf8(`${join(folder, file)} is not UTF-8 text. Save it as UTF-8.`);
  }
}

function readError(folder: string, error: unknown): DeckReadError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return { name: 'no-folder', message: `There is no folder ${folder}.` };
  }
  const reason = error instanceof Error ? error.message : String(error);
  const message = error instanceof NotUtf8 ? reason : `${folder} cannot be read: ${reason}`;
  return { name: 'unreadable', message };
}
