import { join } from 'node:path';
import type { DeckEntry } from '../../src/protocol/http.ts';
import type { CompiledDeck, Deck, DeckProblem } from '../../src/deck/deck.ts';
import { failure, success, type Result } from '../../src/lib/result.ts';
import { compileWithColours } from './compile-with-colours.ts';
import { deckNames, readDeck } from './read-deck.ts';

/** A folder name that cannot lead out of `slides/`. */
const NAME = /^[\w][\w.-]{0,63}$/;

/** The reason why a deck cannot be presented. */
export interface DeckRefusal {
  readonly name: 'unknown-deck' | 'deck-with-mistakes';
  readonly message: string;
  readonly problems: readonly DeckProblem[];
}

/** The decks in a folder, one subfolder each, read from disk for each request. */
export class Decks {
  constructor(readonly folder: string) {}

  /** Compiles a deck; fails if it has errors. */
  async load(name: string): Promise<Result<Deck, DeckRefusal>> {
    const compiled = await this.#compile(name);
    if (compiled === null) {
      const message = `There is no deck "${name.slice(0, 64)}" in the slides folder.`;
      return failure({ name: 'unknown-deck', message, problems: [] });
    }
    const { deck, problems } = compiled;
    if (deck !== null) return success(deck);
    const message = `The deck "${name}" has mistakes. Fix them, and try again.`;
    return failure({ name: 'deck-with-mistakes', message, problems });
  }

  /** Lists every deck, by name, with its problems. */
  async list(): Promise<DeckEntry[]> {
    const names = await deckNames(this.folder);
    return Promise.all(names.map((name) => this.#summary(name)));
  }

  async #summary(name: string): Promise<DeckEntry> {
    const compiled = await this.#compile(name);
    const { deck, problems } = compiled ?? { deck: null, problems: [invalidFolder(name)] };
    return {
      name,
      title: deck?.title ?? name,
      slides: deck?.slides.length ?? 0,
      questions: deck?.activities.length ?? 0,
      problems,
    };
  }

  async #compile(name: string): Promise<CompiledDeck | null> {
    const sources = NAME.test(name) ? await readDeck(join(this.folder, name)) : null;
    return sources?.ok === true ? compileWithColours(name, sources.value) : null;
  }
}

function invalidFolder(file: string): DeckProblem {
  const message =
    'this folder cannot be read as a deck: it needs Markdown files that may be read, and a name of letters, digits, dots, hyphens and underscores';
  return { severity: 'error', file, line: 1, message };
}
