import { useId } from 'preact/hooks';
import type { SessionQuery } from '../../client/api.ts';
import { readListedState } from '../../lib/listed-states.ts';
import type { DeckEntry } from '../../protocol/http.ts';

const states: Record<SessionQuery['state'], string> = {
  all: 'All',
  running: 'Running',
  ended: 'Ended',
  talks: 'Without rehearsals',
  rehearsals: 'Rehearsals',
};

interface Props {
  readonly query: SessionQuery;
  readonly decks: readonly DeckEntry[];
  readonly onQuery: (query: SessionQuery) => void;
}

/** The fields by which sessions are found: words, state and deck. */
export function FindSessions({ query, decks, onQuery }: Props) {
  const [wordsId, stateId, deckId] = [useId(), useId(), useId()];
  return (
    <form class="find-sessions" role="search" onSubmit={(event) => event.preventDefault()}>
      <div class="find-words">
        <label for={wordsId}>Find sessions</label>
        <input
          id={wordsId}
          class="field"
          type="search"
          placeholder="Name, deck, code or date"
          autocomplete="off"
          maxLength={200}
          value={query.q}
          onInput={({ currentTarget }) => onQuery({ ...query, q: currentTarget.value })}
        />
      </div>
      <div>
        <label for={stateId}>Show</label>
        <select
          id={stateId}
          class="field"
          onChange={({ currentTarget }) =>
            onQuery({ ...query, state: readListedState(currentTarget.value) })
          }
        >
          {Object.entries(states).map(([state, words]) => (
            <option key={state} value={state} selected={state === query.state}>
              {words}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label for={deckId}>Deck</label>
        <select
          id={deckId}
          class="field"
          onChange={({ currentTarget }) => onQuery({ ...query, deck: currentTarget.value })}
        >
          <option value="" selected={query.deck === ''}>
            All decks
          </option>
          {decks.map(({ name, title }) => (
            <option key={name} value={name} selected={name === query.deck}>
              {isTwice(title, decks) ? `${title} (${name})` : title}
            </option>
          ))}
        </select>
      </div>
    </form>
  );
}

/** true where two decks have this title. */
function isTwice(title: string, decks: readonly DeckEntry[]): boolean {
  return decks.filter((deck) => deck.title === title).length > 1;
}
