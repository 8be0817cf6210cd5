import type { AttendeeSession } from '../../client/sessions/attendee-session.ts';
import type { AttendeeSnapshot } from '../../session/views.ts';
import { useLoaded } from './use-loaded.ts';

export interface OwnPageProps {
  readonly session: AttendeeSession;
  /** null where there is no network, and the page has only what this device kept. */
  readonly snapshot: AttendeeSnapshot | null;
}

/**
 * What this attendee takes home. It is loaded when there is something to keep: nobody pays for it
 * on the way to the first question, and it is there when the network is gone.
 */
export function OwnPage({ session, snapshot }: OwnPageProps) {
  const needed =
    snapshot === null ||
    snapshot.ended ||
    snapshot.selfPaced ||
    location.hash !== '' ||
    Object.keys(session.own.value).length > 0;
  const loaded = useLoaded(needed, () => import('./take-home/take-home.tsx'));
  return loaded && <loaded.OwnPart session={session} snapshot={snapshot} />;
}
