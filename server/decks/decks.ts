import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeckCover, DeckEntry } from '../../src/protocol/http.ts';
import { STYLE_FILE, type CompiledDeck, type Deck, type DeckProblem } from '../../src/deck/deck.ts';
import { unlistedFiles } from '../../src/deck/deck-files.ts';
import { ProblemList } from '../../src/deck/problems.ts';
import { cleanStyleSheet, LONGEST_STYLE } from '../../src/deck/style/clean-style-sheet.ts';
import { failure, success, type Result } from '../../src/lib/result.ts';
import { plannedMinutes } from '../../src/lib/planned-minutes.ts';
import { deckLooks, stageDeck } from '../../src/session/project.ts';
import { compileFolder } from './compile-folder.ts';
import { isDeckName } from './deck-name.ts';
import { byPresentName, presentName } from './renamed-decks.ts';
import { deckNames, type DeckReadError } from './read-deck.ts';

/** In bytes: a character has at most three for each of its code units. */
const LARGEST_STYLE = 3 * LONGEST_STYLE;

/** The reason why a deck cannot be presented. */
export interface DeckRefusal {
  readonly name: 'unknown-deck' | 'deck-with-mistakes';
  readonly message: string;
  readonly problems: readonly DeckProblem[];
}

/** The decks in a folder, one subfolder each, read from disk for each request. */
export class Decks {
  /** Cleaned once for each text: everybody may ask for it. */
  readonly #styles = new Map<string, { readonly text: string; readonly css: string }>();

  constructor(readonly folder: string) {}

  /** Compiles a deck; fails if it has errors. */
  async load(name: string): Promise<Result<Deck, DeckRefusal>> {
    const compiled = await this.#compile(name);
    if (compiled === null) {
      const message = `There is no deck "${name.slice(0, 64)}" in the folder of decks.`;
      return failure({ name: 'unknown-deck', message, problems: [] });
    }
    const { deck, problems } = compiled;
    if (deck !== null) return success(deck);
    const message = `The deck "${name}" has mistakes. Fix them, and try again.`;
    return failure({ name: 'deck-with-mistakes', message, problems });
  }

  /** Compiles a deck, perhaps with errors; fails if its folder cannot be read as one. */
  async compile(name: string): Promise<Result<CompiledDeck, DeckReadError>> {
    if (isDeckName(name)) return compileFolder(name, join(this.folder, name));
    return failure({ name: 'no-folder', message: invalidFolder(name).message });
  }

  /** Reads and cleans a deck's own style sheet; null where it has none. */
  async styleSheet(name: string): Promise<string | null> {
    if (!isDeckName(name)) return null;
    const text = await readStyle(join(this.folder, name, STYLE_FILE));
    if (text === null) return null;
    const before = this.#styles.get(name);
    if (before?.text === text) return before.css;
    const css = cleanStyleSheet(text, { name, files: unlistedFiles }, new ProblemList().of(name));
    this.#styles.set(name, { text, css });
    return css;
  }

  /** The style sheet of the deck that has this name, or had it. */
  async styleSheetOf(name: string): Promise<string | null> {
    const own = await this.styleSheet(name);
    const now = own === null ? await presentName(this.folder, name) : null;
    return now === null ? own : this.styleSheet(now);
  }

  /**
   * Lists every deck with its problems: those given last first, the others by name. `given` has the
   * start of each deck's latest session, in milliseconds since 1970-01-01 UTC.
   */
  async list(given: ReadonlyMap<string, number>): Promise<DeckEntry[]> {
    const names = await deckNames(this.folder);
    const last = await byPresentName(this.folder, given);
    const at = (name: string): number => last.get(name) ?? 0;
    names.sort((one, other) => at(other) - at(one));
    return Promise.all(names.map((name) => this.#entry(name, last.get(name))));
  }

  async #entry(name: string, given: number | undefined): Promise<DeckEntry> {
    const compiled = await this.#compile(name);
    const { deck, problems } = compiled ?? { deck: null, problems: [invalidFolder(name)] };
    return {
      name,
      title: deck?.title ?? name,
      slides: deck?.slides.length ?? 0,
      questions: deck?.activities.length ?? 0,
      minutes: deck === null ? null : plannedMinutes(deck.slides),
      lastGiven: given === undefined ? null : new Date(given).toISOString(),
      cover: deck === null ? null : coverOf(deck),
      problems,
    };
  }

  async #compile(name: string): Promise<CompiledDeck | null> {
    const compiled = await this.compile(name);
    return compiled.ok ? compiled.value : null;
  }
}

/** The parts of a deck for a picture of its first slide, without notes. */
function coverOf(deck: Deck): DeckCover | null {
  const [slide] = stageDeck(deck).slides;
  return slide === undefined ? null : { slide, lang: deck.lang, ...deckLooks(deck) };
}

async function readStyle(file: string): Promise<string | null> {
  try {
    return (await stat(file)).size > LARGEST_STYLE ? null : await readFile(file, 'utf8');
  } catch {
    return null;
  }
}

function invalidFolder(file: string): DeckProblem {
  const message =
    'this folder cannot be read as a deck: it needs Markdown files that may be read, and a name of letters, digits, dots, hyphens and underscores';
  return { severity: 'error', file, line: 1, message };
}
