import type { ListedState } from '../../src/lib/listed-states.ts';

/** The sessions that a list is to show. */
export interface SessionFilter {
  /** Words, each of which a session's name, title, deck, code or day has; '' for all sessions. */
  readonly search: string;
  /** The names of decks; none for all. */
  readonly decks: readonly string[];
  readonly state: ListedState;
  /** Minutes by which the reader's clock is ahead of UTC: days are those of the reader. */
  readonly offset: number;
}

export const allSessions: SessionFilter = { search: '', decks: [], state: 'all', offset: 0 };
