import { compileDeck } from '../../src/deck/compile-deck.ts';
import type { DeckFiles } from '../../src/deck/deck-files.ts';
import type { CompiledDeck, DeckSource } from '../../src/deck/deck.ts';
import { toLines, type Line } from '../../src/deck/parse/lines.ts';
import { readOpening } from '../../src/deck/parse/scan-lines.ts';
import { readCodeInfo } from '../../src/deck/render/code-block.ts';
import { loadLanguages } from '../../src/deck/render/highlight.ts';
import { within } from './time-limit.ts';

/** Longer than any code of a slide takes, on a busy machine too; every session waits meanwhile. */
const MS_FOR_A_CODE_BLOCK = 2000;

/** Compiles a deck from what is read of it. The languages of its code are loaded when they are used for the first time. */
export function compileWithColours(
  name: string,
  sources: readonly DeckSource[],
  files: DeckFiles,
): Promise<CompiledDeck> {
  return withLanguages(sources, () => compile(name, sources, files));
}

/** The same within so many milliseconds, and once more as many where languages have to be loaded; null if it takes longer. */
export function compileWithin(
  milliseconds: number,
  name: string,
  sources: readonly DeckSource[],
  files: DeckFiles,
): Promise<CompiledDeck | null> {
  const limited = within(milliseconds);
  return withLanguages(sources, () => limited(() => compile(name, sources, files)));
}

function compile(name: string, sources: readonly DeckSource[], files: DeckFiles): CompiledDeck {
  return compileDeck(name, sources, files, within(MS_FOR_A_CODE_BLOCK));
}

async function withLanguages<Compiled extends CompiledDeck | null>(
  sources: readonly DeckSource[],
  compileNow: () => Compiled,
): Promise<Compiled> {
  // Ahead of the compiler, which would otherwise have all to do again once they are there.
  await loadLanguages(sources.flatMap(({ text }) => toLines(text).flatMap(languageOf)));
  const compiled = compileNow();
  if (compiled?.missingLanguages === undefined) return compiled;
  await loadLanguages(compiled.missingLanguages);
  return compileNow();
}

/** The language, or the activity type, of the fence that a line opens; none for other lines. */
function languageOf({ text }: Line): string[] {
  const opening = readOpening(text);
  const { language } = readCodeInfo(opening?.info ?? '');
  return language === '' ? [] : [language];
}
