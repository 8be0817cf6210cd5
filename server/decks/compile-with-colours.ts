import { compileDeck } from '../../src/deck/compile-deck.ts';
import type { DeckFiles } from '../../src/deck/deck-files.ts';
import type { CompiledDeck, DeckSource } from '../../src/deck/deck.ts';
import { loadLanguages } from '../../src/deck/render/highlight.ts';
import { within } from './time-limit.ts';

/** Longer than any code of a slide takes, on a busy machine too; every session waits meanwhile. */
const MS_FOR_A_CODE_BLOCK = 2000;

/** The word after a fence: a language, or an activity type, which is none. */
const FENCED = /^\s*(?:`{3,}|~{3,})\s*([\w+#-]+)/gm;

/** Compiles a deck from what is read of it. The languages of its code are loaded when they are used for the first time. */
export async function compileWithColours(
  name: string,
  sources: readonly DeckSource[],
  files: DeckFiles,
): Promise<CompiledDeck> {
  // Ahead of the compiler, which would otherwise have all to do again once they are there.
  await loadLanguages(
    sources.flatMap(({ text }) => [...text.matchAll(FENCED)].map(([, word = '']) => word)),
  );
  const compile = () => compileDeck(name, sources, files, within(MS_FOR_A_CODE_BLOCK));
  const compiled = compile();
  if (compiled.missingLanguages === undefined) return compiled;
  await loadLanguages(compiled.missingLanguages);
  return compile();
}
