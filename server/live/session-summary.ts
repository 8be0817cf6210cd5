import type { SessionState } from '../../src/session/state.ts';
import type { SessionSummary } from '../storage/event-log.ts';

/** The row of a session that is in memory. */
export function summaryOf(state: SessionState): SessionSummary {
  const { code, deck, name, rehearsal, startedAt, endedAt } = state;
  const ofDeck = { deck: deck.name, title: deck.title, keepDays: deck.keepDays ?? null };
  return { code, ...ofDeck, name, rehearsal, startedAt, endedAt };
}
