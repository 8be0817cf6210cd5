import type { ListedState } from '../../src/lib/listed-states.ts';

/** The sessions that a list is to show. */
export interface SessionFilter {
  /** Words, each of which has to be in a session's name, title, deck, code or day; '' for all sessions. */
  readonly search: string;
  /** The names of decks; none for all. */
  readonly decks: readonly string[];
  readonly state: ListedState;
  /** Minutes by which the reader's clock is ahead of UTC: days are those of the reader. */
  readonly offset: number;
  /** The moment of the search, in milliseconds since 1970-01-01 UTC. */
  readonly now: number;
}

export const allSessions: SessionFilter = {
  ...{ search: '', decks: [], state: 'all', offset: 0, now: 0 },
};
