import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { DeckEntry } from '../../protocol/http.ts';
import { DeckCard } from './deck-card.tsx';
import { isTour } from './tour.ts';

interface Props {
  readonly decks: readonly DeckEntry[];
  readonly onStart: (deck: string, rehearsal: boolean) => void;
  /** Takes the name of a deck that was copied or has another name; '' for one that was deleted. */
  readonly onChanged: (name: string) => void;
  /** The name of the deck that was added last; '' for none. */
  readonly added: string;
  /** Buttons for new decks. */
  readonly children: ComponentChildren;
}

/** All decks: those given last first. To somebody who has given none, the tour comes before all. */
export function DeckList({ decks, onStart, onChanged, added, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const change = (name: string): void => {
    // The card that had the focus is gone.
    if (name === '') heading.current?.focus();
    onChanged(name);
  };
  const hasGiven = decks.some(({ lastGiven }) => lastGiven !== null);
  const tour = hasGiven ? undefined : decks.find(isTour);
  const shown = tour === undefined ? decks : [tour, ...decks.filter((deck) => deck !== tour)];
  return (
    <section aria-labelledby="decks">
      <div class="desk-section-head">
        <h2 id="decks" tabIndex={-1} ref={heading}>
          Decks
        </h2>
        <div class="desk-actions">{children}</div>
      </div>
      {decks.length === 0 && <p>No decks yet. Make one, or bring one from this computer.</p>}
      <ul class="deck-cards">
        {shown.map((deck) => (
          <DeckCard
            key={deck.name}
            deck={deck}
            advice={deck === tour ? 'A tour of five minutes' : ''}
            taken={decks.map(({ name }) => name)}
            onChanged={change}
            isAdded={deck.name === added}
            onStart={() => onStart(deck.name, false)}
            onRehearse={() => onStart(deck.name, true)}
          />
        ))}
      </ul>
    </section>
  );
}
