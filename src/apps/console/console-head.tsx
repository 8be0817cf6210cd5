import { useEffect, useState } from 'preact/hooks';
import type { ConsoleSession } from '../../client/presenting-session.ts';
import type { ConsoleSnapshot } from '../../session/views.ts';
import { spacedCode } from '../../ui/session-path.ts';

interface Props {
  readonly session: ConsoleSession;
  readonly snapshot: ConsoleSnapshot;
}

/** The session at a glance: its code, the time, who is here. */
export function ConsoleHead({ session, snapshot }: Props) {
  const { code, ended } = snapshot;
  return (
    <header class="console-head">
      <div class="console-title">
        <h1 lang={snapshot.lang}>{snapshot.title}</h1>
        <p class="link-state" role="status">
          {session.link.value.is === 'online' ? '' : 'No connection. Trying again…'}
          {ended ? 'This session has ended.' : ''}
        </p>
      </div>
      <dl class="facts">
        <Fact name="Code" value={spacedCode(code)} />
        <Fact name="Online" value={String(session.online.value)} />
        <Clock startedAt={snapshot.talkStartedAt} serverNow={session.welcome.value?.now ?? null} />
      </dl>
    </header>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** The time of day, and how long the talk has been going on by the server's clock. */
function Clock(props: { startedAt: number | null; serverNow: number | null }) {
  const [now, setNow] = useState(Date.now());
  const [ahead, setAhead] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (props.serverNow !== null) setAhead(props.serverNow - Date.now());
  }, [props.serverNow]);
  const elapsed = props.startedAt === null ? 0 : Math.max(0, now + ahead - props.startedAt);
  return (
    <>
      <Fact name="Elapsed" value={minutesAndSeconds(elapsed)} />
      <Fact
        name="Time"
        value={new Date(now).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}
      />
    </>
  );
}

function minutesAndSeconds(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
