import type { DeckEntry } from '../../protocol/http.ts';
import { OwnText } from '../../ui/own-text.tsx';
import { TakeAwayDeck } from './bring-deck/take-away-deck.tsx';

interface Props {
  readonly decks: readonly DeckEntry[];
  readonly onStart: (deck: string) => void;
}

/** All decks, each with a button that starts a session, or with its errors. */
export function DeckList({ decks, onStart }: Props) {
  return (
    <section aria-labelledby="decks">
      <h2 id="decks">Decks</h2>
      {decks.length === 0 && (
        <p>No decks yet. Add a folder with Markdown files to “slides”, then reload this page.</p>
      )}
      <ul class="desk-list">
        {decks.map((deck) => (
          <li key={deck.name}>
            <div>
              <h3>
                <OwnText>{deck.title}</OwnText>
              </h3>
              <p class="caption">
                {hasErrors(deck)
                  ? `${deck.name} · Fix the errors to present this deck`
                  : `${deck.name} · ${count(deck.slides, 'slide')} · ${count(deck.questions, 'question')}`}
              </p>
              <Problems deck={deck} />
            </div>
            <TakeAwayDeck name={deck.name} title={deck.title} />
            {!hasErrors(deck) && (
              <button
                type="button"
                class="button button-primary"
                aria-label={`Start a session: ${deck.title}`}
                onClick={() => onStart(deck.name)}
              >
                Start a session
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Problems({ deck }: { deck: DeckEntry }) {
  if (deck.problems.length === 0) return null;
  return (
    <ul class="deck-problems">
      {deck.problems.map(({ severity, file, line, message }) => (
        <li key={`${file}:${line}:${message}`} class={severity === 'error' ? 'problem' : ''}>
          {file}:{line}: {message}
        </li>
      ))}
    </ul>
  );
}

function hasErrors(deck: DeckEntry): boolean {
  return deck.problems.some(({ severity }) => severity === 'error');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
