import { useEffect, useMemo, useState } from 'preact/hooks';
import type { RemoteSession } from '../../client/sessions/presenting-session.ts';
import type { WireError } from '../../protocol/wire-error.ts';
import { SlideRemote } from '../../presenting/slide-remote.ts';
import { Undoing } from '../../presenting/undoing.ts';
import { useDirection } from '../../ui/use-direction.ts';
import { RemoteControls } from './remote-controls.tsx';

interface Props {
  readonly session: RemoteSession;
  /** Called once this phone is a remote no longer. */
  readonly onOver: () => void;
}

/** Refusals that are for good. */
const OVER: ReadonlySet<WireError['name']> = new Set([
  'remote-disconnected',
  'session-ended',
  'unknown-code',
] as const);

/** The page of a phone that moves the slides of one session. */
export function RemotePage({ session, onOver }: Props) {
  const remote = useMemo(() => new SlideRemote(session), [session]);
  const undoing = useMemo(
    () => new Undoing(session, () => void remote.guard.press()),
    [session, remote],
  );
  const [problem, setProblem] = useState<WireError | null>(null);
  const status = session.status.value;
  const deck = session.deck.value;
  const snapshot = session.snapshot.value;
  const isDeleted = session.deleted.value;
  const isOver = isDeleted || (status.is === 'refused' && OVER.has(status.error.name));
  useDirection(snapshot?.lang);
  useEffect(() => {
    if (isOver) onOver();
  }, [isOver]);
  // Not where the connection is lost: the press that found it out has a problem to tell.
  useEffect(() => {
    if (status.is === 'online') setProblem(null);
  }, [status.is]);
  if (isDeleted) return <Notice text="This session was deleted." />;
  if (status.is === 'refused') return <Notice text={refusedLabel(status.error)} />;
  if (deck === null || snapshot === null) {
    return (
      <Notice text={status.is === 'offline' ? 'No connection. Reconnecting…' : 'Connecting…'} />
    );
  }
  const props = { session, deck, snapshot, remote, undoing, problem };
  return <RemoteControls {...props} report={setProblem} />;
}

/** The reason for which this phone is no remote, and the way to become one again where there is one. */
function refusedLabel({ name, message }: WireError): string {
  return name === 'session-ended'
    ? `${message} Once it is reopened, scan the code on the console again.`
    : message;
}

export function Notice({ text }: { text: string }) {
  return (
    <main class="sign-in">
      <h1>Remote</h1>
      <p role="status">{text}</p>
    </main>
  );
}
