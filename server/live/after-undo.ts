import { ownAnswers } from '../../src/session/project.ts';
import type { SessionState } from '../../src/session/state.ts';
import type { FanOut } from '../transport/fan-out.ts';
import { forAttendee } from '../transport/socket-types.ts';
import type { Presence } from './presence.ts';

/**
 * Tells phones what the snapshot does not tell them after a step was undone: the answers that a reset
 * had discarded. Returns the question whose tally they are to be sent, if there is one.
 */
export function tellAfterUndo(state: SessionState, presence: Presence, fanOut: FanOut): string[] {
  const { undone } = state;
  if (undone?.type === 'activity:reset') returnAnswers(state, undone.activity, presence, fanOut);
  else if (undone?.type !== 'activity:controlled') return [];
  return [undone.activity];
}

function returnAnswers(
  state: SessionState,
  activity: string,
  presence: Presence,
  fanOut: FanOut,
): void {
  for (const attendee of state.activities.get(activity)?.answers.keys() ?? []) {
    const tabs = presence.tabsOf(attendee);
    if (tabs.length === 0) continue;
    for (const tab of tabs) presence.noteAnswered(tab, activity);
    fanOut.send(tabs, forAttendee('answers:mine', ownAnswers(state, attendee)));
  }
}
