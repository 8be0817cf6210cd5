import { useEffect, useState } from 'preact/hooks';
import type { ConsoleSession } from '../../client/presenting-session.ts';
import type { ConsoleSnapshot } from '../../session/views.ts';
import { spacedCode } from '../../ui/session-path.ts';
import { Confirm } from '../../show/confirm.tsx';
import type { ReportProblem } from './console-page.tsx';
import { JoinCard } from './join-card.tsx';

interface Props {
  readonly session: ConsoleSession;
  readonly snapshot: ConsoleSnapshot;
  readonly report: ReportProblem;
}

/** The session at a glance: its code, the time, who is here; and what concerns all of it. */
export function ConsoleHead({ session, snapshot, report }: Props) {
  const { code, joinShown, ended } = snapshot;
  const welcome = session.welcome.value;
  const toggleJoin = (): void => {
    void session.control('join:show', { shown: !joinShown }).then(report);
  };
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
        <Clock startedAt={snapshot.talkStartedAt} serverNow={welcome?.now ?? null} />
      </dl>
      <nav class="console-actions" aria-label="Session">
        <a class="button" href={`/s/${code}/stage`} target={`stage-${code}`}>
          Open the wall
        </a>
        <button type="button" class="button" aria-pressed={joinShown} onClick={toggleJoin}>
          How to join, on the wall
        </button>
        {welcome !== null && <JoinCard url={welcome.joinUrl} code={code} />}
        <a class="button" href={`/s/${code}/results`} target={`results-${code}`}>
          Results
        </a>
        {!ended && (
          <Confirm
            label="End session"
            question="End this session?"
            explanation="Phones say goodbye, and no more answers are taken. The results stay."
            onConfirm={() => void session.control('session:end', {}).then(report)}
          />
        )}
      </nav>
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
