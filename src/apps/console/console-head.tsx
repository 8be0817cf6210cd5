import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ConsoleSession } from '../../client/sessions/presenting-session.ts';
import type { Delivery } from '../../protocol/messages.ts';
import { slideIndex } from '../../deck/navigation.ts';
import { formatDuration } from '../../lib/format-duration.ts';
import type { ConsoleDeck, ConsoleSnapshot } from '../../session/views.ts';
import { clockTime } from '../../ui/clock-time.ts';
import { formatCode } from '../../ui/session-path.ts';
import { formatMinutes, formatPace, paceOf } from '../../presenting/pace.ts';
import { OwnText } from '../../ui/own-text.tsx';

interface Props {
  readonly session: ConsoleSession;
  readonly deck: ConsoleDeck;
  readonly snapshot: ConsoleSnapshot;
  readonly children: ComponentChildren;
}

/** The session's title and connection state, its buttons, and its numbers: code, people and time. */
export function ConsoleHead({ session, deck, snapshot, children }: Props) {
  const { code, ended, name, rehearsal } = snapshot;
  return (
    <header class="console-head">
      <div class="console-title">
        <h1 lang={snapshot.lang}>
          <OwnText>{snapshot.title}</OwnText>
        </h1>
        {name !== '' && (
          <p class="console-session">
            <OwnText>{name}</OwnText>
          </p>
        )}
        {rehearsal && <p class="console-rehearsal">Rehearsal: this session counts nowhere.</p>}
        <p class="link-state" role="status">
          {session.status.value.is === 'online' ? '' : 'No connection. Reconnecting…'}
          {ended ? 'This session has ended.' : ''}
          {!ended && snapshot.selfPaced ? 'Self-paced is on.' : ''}
        </p>
      </div>
      <dl class="facts">
        <Fact name="Code" value={formatCode(code)} />
        <Fact
          name="Online"
          value={String(session.online.value)}
          note={ended ? '' : disconnectedLabel(session.delivery.value)}
        />
        <Clock deck={deck} snapshot={snapshot} clockOffset={session.clockOffset.value} />
      </dl>
      <div class="console-buttons">{children}</div>
    </header>
  );
}

interface FactProps {
  readonly name: string;
  readonly value: string;
  readonly note?: string;
}

function Fact({ name, value, note = '' }: FactProps) {
  return (
    <div class={`fact-${name.toLowerCase()}`}>
      <dt>{name}</dt>
      <dd>
        <span class="ltr">{value}</span>
        {note !== '' && <span class="fact-note"> {note}</span>}
      </dd>
    </div>
  );
}

/** "3 phones disconnected"; empty for none. After the end everybody disconnects. */
function disconnectedLabel(delivery: Delivery | null): string {
  const silent = delivery?.silent ?? 0;
  if (silent === 0) return '';
  return `${silent} ${silent === 1 ? 'phone' : 'phones'} disconnected`;
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
        value={formatDuration(Math.floor(elapsed / 1000))}
        note={pace === null ? '' : `of ${formatMinutes(pace.planned)}`}
      />
      {pace !== null && talkStartedAt !== null && <Fact name="Schedule" value={formatPace(pace)} />}
      <Fact name="Time" value={clockTime(new Date())} />
    </>
  );
}
