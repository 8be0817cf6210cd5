import { useEffect } from 'preact/hooks';
import type { AttendeeSession } from '../../../client/sessions/attendee-session.ts';
import type { ActivityView, AttendeeSnapshot } from '../../../session/views.ts';

/**
 * Asks once more for the answers that the end had refused, as soon as the session goes on: they are
 * not kept on the phone, and "This session has ended." is no longer so.
 */
export function useReopened(session: AttendeeSession, snapshot: AttendeeSnapshot | null): void {
  const ended = snapshot?.ended;
  useEffect(() => {
    if (snapshot === null || ended === true) return;
    for (const activity of snapshot.activities) {
      const state = session.answerTo(activity);
      const isByEnd = state.is === 'refused' && state.error.name === 'session-ended';
      if (isByEnd) session.refuse(activity.id, { name: 'not-open', message: reason(activity) });
    }
  }, [ended]);
}

function reason({ phase }: ActivityView): string {
  const next = phase === 'open' ? ' Please answer again.' : '';
  return `It arrived while the session had ended.${next}`;
}
