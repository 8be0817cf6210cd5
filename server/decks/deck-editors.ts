/** Longer than two signs of life of a page, and a pause of the network, take. */
const GONE_AFTER_MS = 15_000;

/** The pages that edit decks now, as far as their signs of life tell. */
export class DeckEditors {
  readonly #decks = new Map<string, Map<string, number>>();

  /** Notes a sign of life of a page, in milliseconds since 1970-01-01 UTC. Returns the number of others with the deck. */
  seen(deck: string, page: string, now: number): number {
    const pages = this.#decks.get(deck) ?? new Map<string, number>();
    this.#decks.set(deck, pages.set(page, now));
    for (const [name, all] of this.#decks) {
      for (const [id, at] of all) if (now - at > GONE_AFTER_MS) all.delete(id);
      if (all.size === 0) this.#decks.delete(name);
    }
    return pages.size - 1;
  }

  /** Notes that a page edits a deck no more. */
  left(deck: string, page: string): void {
    this.#decks.get(deck)?.delete(page);
  }
}
