import { useMemo } from 'preact/hooks';
import { joinedSessions, storedKeys } from '../../client/device/joined-sessions.ts';
import { deviceStorage } from '../../client/device/storage.ts';
import { AttendeeSession } from '../../client/sessions/attendee-session.ts';
import { formatCode } from '../../ui/session-path.ts';

/** Each is asked for at the server, so not all that a device ever joined. */
const MOST_SESSIONS = 2;

/** Links to the sessions that this device was in, as far as the server says that they are there. */
export function GoOn() {
  const sessions = useMemo(() => {
    const joined = joinedSessions(deviceStorage(), storedKeys());
    return joined.slice(0, MOST_SESSIONS).map((code) => new AttendeeSession(code));
  }, []);
  return (
    <>
      {sessions.map((session) => (
        <GoOnLink key={session.code} session={session} />
      ))}
    </>
  );
}

function GoOnLink({ session }: { session: AttendeeSession }) {
  const snapshot = session.snapshot.value;
  if (snapshot === null || session.deleted.value) return null;
  const code = formatCode(session.code);
  return (
    <p class="go-on">
      <a class="button" href={`/j/${session.code}`}>
        {snapshot.ended ? `Your page from ${code}` : `Go on in ${code}`}
      </a>
    </p>
  );
}
