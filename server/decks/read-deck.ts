import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeckSource } from '../../src/deck/deck.ts';
import { failure, success, type Result } from '../../src/lib/result.ts';

/** Why a deck's folder gives no deck. */
export interface UnreadDeck {
  readonly name: 'no-folder' | 'no-slides' | 'unreadable';
  readonly message: string;
}

/** The names of the folders in `slides`, each of them a deck; none where it cannot be read. */
export async function deckNames(slides: string): Promise<string[]> {
  const entries = await readdir(slides, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => name).sort();
}

/**
 * Reads a deck's folder: its *.md files by name, as their names' code points sort. A file is named
 * without its folder.
 */
export async function readDeck(folder: string): Promise<Result<DeckSource[], UnreadDeck>> {
  try {
    const names = (await readdir(folder)).filter(isSlides).sort();
    if (names.length === 0) {
      return failure({
        name: 'no-slides',
        message: `There is no Markdown file (*.md) in ${folder}.`,
      });
    }
    return success(await Promise.all(names.map((file) => readSource(folder, file))));
  } catch (error) {
    return failure(whyUnread(folder, error));
  }
}

function isSlides(name: string): boolean {
  return name.endsWith('.md') && !name.startsWith('.');
}

class NotUtf8 extends Error {}

async function readSource(folder: string, file: string): Promise<DeckSource> {
  const bytes = await readFile(join(folder, file));
  try {
    // Leaves out a byte order mark, which would hide the front matter behind it.
    return { file, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    throw new NotUtf8(`${join(folder, file)} is not UTF-8 text. Save it as UTF-8.`);
  }
}

function whyUnread(folder: string, error: unknown): UnreadDeck {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return { name: 'no-folder', message: `There is no folder ${folder}.` };
  }
  const reason = error instanceof Error ? error.message : String(error);
  const message = error instanceof NotUtf8 ? reason : `${folder} cannot be read: ${reason}`;
  return { name: 'unreadable', message };
}
