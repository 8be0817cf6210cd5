import type { Deck } from '../../src/deck/deck.ts';
import type { Result } from '../../src/lib/result.ts';
import type { DeckFolderEntry } from '../../src/protocol/deck-editing.ts';
import type { DeckEditing } from './deck-editing.ts';
import type { DeckRefusal, Decks } from './decks.ts';
import { presentName } from './renamed-decks.ts';

interface Compiled {
  /** The paths and hashes of the files that it was compiled from. */
  readonly files: string;
  readonly deck: Promise<Result<Deck, DeckRefusal>>;
}

/** Compiles decks as they are saved, each version once: editors ask every few seconds. */
export class SavedDecks {
  readonly #latest = new Map<string, Compiled>();

  constructor(
    readonly decks: Decks,
    readonly editing: DeckEditing,
  ) {}

  /** The deck that has this name, or had it. */
  async find(name: string): Promise<Result<Deck, DeckRefusal>> {
    const own = await this.editing.open(name);
    if (own.ok) return this.compile(own.value);
    const now = await presentName(this.decks.folder, name);
    return now === null ? this.decks.load(name) : this.find(now);
  }

  compile({ name, files, media }: DeckFolderEntry): Promise<Result<Deck, DeckRefusal>> {
    const present = JSON.stringify([files.map(({ file, hash }) => [file, hash]), media]);
    const known = this.#latest.get(name);
    if (known?.files === present) return known.deck;
    const deck = this.decks.load(name);
    this.#latest.set(name, { files: present, deck });
    return deck;
  }
}
