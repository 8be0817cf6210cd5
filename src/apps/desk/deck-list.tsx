import type { ComponentChildren } from 'preact';
import type { DeckEntry } from '../../protocol/http.ts';
import { DeckCard } from './deck-card.tsx';
import { isTour } from './tour.ts';

interface Props {
  readonly decks: readonly DeckEntry[];
  readonly onStart: (deck: string, rehearsal: boolean) => void;
  /** Called when a deck was copied or has another name. */
  readonly onChanged: () => void;
  /** Buttons for new decks. */
  readonly children: ComponentChildren;
}

/** All decks: those given last first. To somebody who has given none, the tour comes before all. */
export function DeckList({ decks, onStart, onChanged, children }: Props) {
  const hasGiven = decks.some(({ lastGiven }) => lastGiven !== null);
  const tour = hasGiven ? undefined : decks.find(isTour);
  const shown = tour === undefined ? decks : [tour, ...decks.filter((deck) => deck !== tour)];
  return (
    <section aria-labelledby="decks">
      <div class="desk-section-head">
        <h2 id="decks">Decks</h2>
        <div class="desk-actions">{children}</div>
      </div>
      {decks.length === 0 && <p>No decks yet. Make one, or bring one from this computer.</p>}
      <ul class="deck-cards">
        {shown.map((deck) => (
          <DeckCard
            key={deck.name}
            deck={deck}
            advice={deck === tour ? 'A tour of three minutes' : ''}
            taken={decks.map(({ name }) => name)}
            onChanged={onChanged}
            onStart={() => onStart(deck.name, false)}
            onRehearse={() => onStart(deck.name, true)}
          />
        ))}
      </ul>
    </section>
  );
}
