import type { StoredFact } from '../../src/session/facts.ts';
import { askedAgain } from '../../src/session/shift-tally.ts';
import type { SessionState } from '../../src/session/state.ts';

/** The ids of the questions whose tally phones have to be sent after these facts. */
export function changedTallies(state: SessionState, facts: readonly StoredFact[]): string[] {
  return facts.flatMap(({ fact }) => {
    if (!('activity' in fact)) return [];
    // A phone's snapshot has no tally of an open question: what a control changed would not show.
    const isOwn = fact.type === 'answer:given' || fact.type === 'activity:controlled';
    // A shift changes with the first question, too, and with what the room may see of it.
    return [...(isOwn ? [fact.activity] : []), ...askedAgain(state, fact.activity)];
  });
}
