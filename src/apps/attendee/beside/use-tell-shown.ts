import { useEffect } from 'preact/hooks';
import type { AttendeeSession } from '../../../client/sessions/attendee-session.ts';
import type { Ack } from '../../../protocol/messages.ts';
import type { ActivityView } from '../../../session/views.ts';

/** Tells the server that this page shows a question, from when its time counts; undefined for none. */
export function useTellShown(session: AttendeeSession, question: ActivityView | undefined): void {
  const isOnline = session.status.value.is === 'online';
  const isOpen = question?.phase === 'open';
  useEffect(() => {
    if (!isOpen || !isOnline) return;
    const { id: activity, round } = question;
    void session.connection.ask<Ack>('question:shown', { activity, round });
  }, [session, question?.id, question?.round, isOpen, isOnline]);
}
