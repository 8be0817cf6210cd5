import { useEffect, useRef } from 'preact/hooks';
import type { AttendeeSession } from '../../../client/sessions/attendee-session.ts';
import type { AttendeeSnapshot } from '../../../session/views.ts';

// When a session ends, all phones ask at the same moment.
const ASK_WITHIN_MS = 2_000;

/**
 * Asks the server for the take-home data: at first, and again when this attendee's answers or the
 * session's phases change; not with each answer of the room. `hurried` skips the random delay.
 */
export function useTakeHomeRefresh(
  session: AttendeeSession,
  snapshot: AttendeeSnapshot | null,
  hurried: boolean,
): void {
  const online = session.status.value.is === 'online';
  const own = Object.values(session.own.value)
    .map(({ receipt }) => receipt.seq)
    .join();
  const shared = snapshot === null ? '' : phasesOf(snapshot);
  const known = useRef(own);
  useEffect(() => {
    if (!online) return;
    const wait = hurried || known.current !== own ? 0 : Math.random() * ASK_WITHIN_MS;
    known.current = own;
    const timer = setTimeout(() => void session.requestTakeHome(), wait);
    return () => clearTimeout(timer);
  }, [online, own, shared, session]);
}

/** A key of everything in a snapshot that changes the take-home data, except tallies. */
export function phasesOf({ ended, selfPaced, activities }: AttendeeSnapshot): string {
  const activity = activities.map(({ id, hash, round, phase, revealed, correctAnswer }) => [
    ...[id, hash, round, phase, revealed],
    correctAnswer !== null,
  ]);
  return JSON.stringify([ended, selfPaced, activity]);
}
