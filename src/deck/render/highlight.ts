import { createHighlighterCoreSync, type HighlighterCore } from 'shiki/core';
import { createOnigurumaEngine } from 'shiki/engine/oniguruma';
import { codeTheme, kindOfColour, type TokenKind } from './code-theme.ts';
import { isLanguage, loadGrammars, shikiName } from './code-languages.ts';

/** A part of a line; its kind is null for plain text. */
export interface CodeToken {
  readonly text: string;
  readonly kind: TokenKind | null;
}

/** Runs `work` for a limited time. Returns null if it took longer, and ended it. */
export type TimeLimit = <T>(work: () => T) => T | null;

/** Longer lines are probably data, and take too long to highlight. */
const MAX_LINE_LENGTH = 2000;

/** The number of pieces of code whose colours are kept: the desk compiles all decks each time it lists them. */
const MAX_KEPT = 1000;

const kept = new Map<string, CodeToken[][]>();
let starting: Promise<HighlighterCore> | null = null;
let highlighter: HighlighterCore | null = null;
/** The languages that can be highlighted now, by Shiki's names. */
const loaded = new Set<string>();

/** Loads languages, by any of their names. Those that do not exist are ignored. */
export async function loadLanguages(names: Iterable<string>): Promise<void> {
  for (const name of names) {
    if (loaded.has(shikiName(name)) || !isLanguage(name)) continue;
    starting ??= startHighlighter();
    highlighter = await starting;
    highlighter.loadLanguageSync(await loadGrammars(name));
    loaded.add(shikiName(name));
  }
}

/**
 * Starts Shiki. With Oniguruma, for which the grammars were written: translated into JavaScript's
 * regular expressions, some languages blocked the server for seconds, and here-documents ran on.
 */
async function startHighlighter(): Promise<HighlighterCore> {
  const engine = await createOnigurumaEngine(import('shiki/wasm'));
  return createHighlighterCoreSync({ themes: [codeTheme], langs: [], engine });
}

/** Highlights the code of one deck. */
export class CodePainter {
  /** The languages that the deck names and that have to be loaded first. */
  readonly missing = new Set<string>();
  /** The names of its code that are no language: each is warned of once. */
  readonly unknown = new Set<string>();
  readonly #failing = new Set<string>();

  constructor(readonly within: TimeLimit) {}

  /**
   * The lines of `code`, each in pieces, in a language that can be coloured. null if its grammar takes
   * too long over this code or fails: the deck's other code in this language is then not tried.
   */
  paint(code: string, language: string): CodeToken[][] | null {
    const lang = shikiName(language);
    if (this.#failing.has(lang)) return null;
    if (highlighter === null || !loaded.has(lang)) {
      this.missing.add(lang);
      return plainLines(code);
    }
    const name = `${lang}\n${code}`;
    const painted = kept.get(name) ?? this.#try(tokenize(highlighter, code, lang));
    if (painted === null) this.#failing.add(lang);
    else keep(name, painted);
    return painted;
  }

  #try(work: () => CodeToken[][]): CodeToken[][] | null {
    try {
      return this.within(work);
    } catch {
      // Brackets nested a thousand deep, for example, are too deep for some grammars.
      return null;
    }
  }
}

function keep(name: string, painted: CodeToken[][]): void {
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(name, painted);
}

/** The lines of `code` without colours. */
export function plainLines(code: string): CodeToken[][] {
  return code.split('\n').map((text) => [{ text, kind: null }]);
}

function tokenize(shiki: HighlighterCore, code: string, lang: string): () => CodeToken[][] {
  return () =>
    shiki
      .codeToTokensBase(code, {
        lang,
        theme: codeTheme.name,
        tokenizeMaxLineLength: MAX_LINE_LENGTH,
        // No limit of Shiki's own: it would colour the beginning of a line and not its end.
        tokenizeTimeLimit: 0,
      })
      .map((tokens) =>
        tokens.map(({ content, color }) => ({ text: content, kind: kindOfColour(color ?? '') })),
      );
}
