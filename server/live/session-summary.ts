import type { SessionState } from '../../src/session/state.ts';
import type { SessionSummary } from '../storage/event-log.ts';

/** A session that is in memory, as it is listed. */
export function summaryOf({ code, deck, startedAt, endedAt }: SessionState): SessionSummary {
  return { code, deck: deck.name, title: deck.title, startedAt, endedAt };
}
