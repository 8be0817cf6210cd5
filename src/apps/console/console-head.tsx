import { useEffect, useState } from 'preact/hooks';
import type { ConsoleSession } from '../../client/sessions/presenting-session.ts';
import { slideIndex } from '../../deck/navigation.ts';
import { formatDuration } from '../../lib/format-duration.ts';
import type { ConsoleDeck, ConsoleSnapshot } from '../../session/views.ts';
import { formatCode } from '../../ui/session-path.ts';
import { formatPace, paceOf, formatPlanned } from './pace.ts';
import { OwnText } from '../../ui/own-text.tsx';

interface Props {
  readonly session: ConsoleSession;
  readonly deck: ConsoleDeck;
  readonly snapshot: ConsoleSnapshot;
}

/** The session's title, code, connection state and clock. */
export function ConsoleHead({ session, deck, snapshot }: Props) {
  const { code, ended } = snapshot;
  return (
    <header class="console-head">
      <div class="console-title">
        <h1 lang={snapshot.lang}>
          <OwnText>{snapshot.title}</OwnText>
        </h1>
        <p class="link-state" role="status">
          {session.status.value.is === 'online' ? '' : 'No connection. Reconnecting…'}
          {ended ? 'This session has ended.' : ''}
          {!ended && snapshot.selfPaced ? 'Self-paced is on.' : ''}
        </p>
      </div>
      <dl class="facts">
        <Fact name="Code" value={formatCode(code)} />
        <Clock deck={deck} snapshot={snapshot} clockOffset={session.clockOffset.value} />
      </dl>
    </header>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span class="ltr">{value}</span>
      </dd>
    </div>
  );
}

interface ClockProps {
  readonly deck: ConsoleDeck;
  readonly snapshot: ConsoleSnapshot;
  readonly clockOffset: number;
}

/** The time elapsed, the deviation from the plan, and the time of day. */
function Clock({ deck, snapshot, clockOffset }: ClockProps) {
  const [now, setNow] = useState(performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const { talkStartedAt, position } = snapshot;
  const elapsed = talkStartedAt === null ? 0 : Math.max(0, now + clockOffset - talkStartedAt);
  const pace = paceOf(deck.slides, slideIndex(deck, position), elapsed / 60_000);
  return (
    <>
      <Fact
        name="Elapsed"
        value={
          formatDuration(Math.floor(elapsed / 1000)) + (pace === null ? '' : formatPlanned(pace))
        }
      />
      {pace !== null && talkStartedAt !== null && <Fact name="Schedule" value={formatPace(pace)} />}
      <Fact
        name="Time"
        value={new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}
      />
    </>
  );
}
