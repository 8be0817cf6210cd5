import { unreachable } from '../../src/lib/unreachable.ts';
import type { SessionPlace, SessionSummary } from './event-log.ts';
import type { SessionFilter } from './session-filter.ts';

/** The condition in SQL that a row of `sessions` has the deck and the state of a filter: ?4 and ?5 of `listParameters`. */
export const isListedRow = `(?4 = '[]' OR deck IN (SELECT value FROM json_each(?4)))
  AND CASE ?5
    WHEN 'running' THEN ended_at IS NULL
    WHEN 'ended' THEN ended_at IS NOT NULL
    WHEN 'talks' THEN rehearsal = 0
    WHEN 'rehearsals' THEN rehearsal = 1
    ELSE 1
  END`;

/** The parameters ?1 to ?5 of the list of sessions: its place, its length, and those of `isListedRow`. */
export function listParameters(
  limit: number,
  after: SessionPlace | null,
  { decks, state }: SessionFilter,
): unknown[] {
  const { startedAt, code } = after ?? { startedAt: Number.MAX_SAFE_INTEGER, code: '' };
  return [startedAt, code, limit, JSON.stringify(decks), state];
}

/** true for a session that has the deck and the state of a filter; without SQL. */
export function isListed(session: SessionSummary, { decks, state }: SessionFilter): boolean {
  const { deck, endedAt, rehearsal } = session;
  if (decks.length > 0 && !decks.includes(deck)) return false;
  switch (state) {
    case 'all':
      return true;
    case 'running':
      return endedAt === null;
    case 'ended':
      return endedAt !== null;
    case 'talks':
      return !rehearsal;
    case 'rehearsals':
      return rehearsal;
    default:
      return unreachable(state);
  }
}
