import { compileDeck } from '../../src/deck/compile-deck.ts';
import { deckFiles } from '../../src/deck/deck-files.ts';
import type { CompiledDeck } from '../../src/deck/deck.ts';
import { success, type Result } from '../../src/lib/result.ts';
import { listDeckFiles } from './deck-files.ts';
import { readDeck, type DeckReadError } from './read-deck.ts';

/** Reads and compiles the deck `name` in a folder, with the files beside its Markdown. */
export async function compileFolder(
  name: string,
  folder: string,
): Promise<Result<CompiledDeck, DeckReadError>> {
  const sources = await readDeck(folder);
  if (!sources.ok) return sources;
  const files = deckFiles(await listDeckFiles(folder));
  return success(compileDeck(name, sources.value, files));
}
