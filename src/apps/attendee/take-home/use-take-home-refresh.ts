import { useEffect, useRef } from 'preact/hooks';
import type { AttendeeSession } from '../../../client/sessions/attendee-session.ts';
import type { AttendeeSnapshot } from '../../../session/views.ts';

// A whole hall's pages come up in the same moment, when the session ends.
const ASK_WITHIN_MS = 2_000;

/**
 * Asks the server for what may be kept: at first, and whenever this attendee has answered or the
 * session has come to another phase; not with each vote of the room. `hurried`: somebody waits.
 */
export function useTakeHomeRefresh(
  session: AttendeeSession,
  snapshot: AttendeeSnapshot | null,
  hurried: boolean,
): void {
  const online = session.link.value.is === 'online';
  const own = Object.values(session.own.value)
    .map(({ receipt }) => receipt.seq)
    .join();
  const shared = snapshot === null ? '' : phasesOf(snapshot);
  const known = useRef(own);
  useEffect(() => {
    if (!online) return;
    const wait = hurried || known.current !== own ? 0 : Math.random() * ASK_WITHIN_MS;
    known.current = own;
    const timer = setTimeout(() => void session.askTakeHome(), wait);
    return () => clearTimeout(timer);
  }, [online, own, shared, session]);
}

/** Names all of a session that changes what may be kept, but for the tallies. */
export function phasesOf({ ended, selfPaced, activities }: AttendeeSnapshot): string {
  const activity = activities.map(({ id, hash, round, phase, revealed, correctAnswer }) => [
    ...[id, hash, round, phase, revealed],
    correctAnswer !== null,
  ]);
  return JSON.stringify([ended, selfPaced, activity]);
}
