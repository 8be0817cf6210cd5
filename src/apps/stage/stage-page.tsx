import { useEffect, useMemo } from 'preact/hooks';
import type { StageSession } from '../../client/presenting-session.ts';
import { Steering, stepOfKey } from '../../show/steering.ts';
import { spacedCode } from '../../ui/session-path.ts';
import { FullscreenButton } from './fullscreen-button.tsx';
import { JoinPanel } from './join-panel.tsx';
import { RevealSlides } from './reveal-slides.tsx';

/** The wall: the slides as the room sees them, with the way to join always in sight. */
export function StagePage({ session }: { session: StageSession }) {
  useSteering(session);
  const snapshot = session.snapshot.value;
  const link = session.link.value;
  if (session.forgotten.value) return <Notice text="This session was deleted." />;
  if (link.is === 'refused' && snapshot === null) return <Notice text={link.error.message} />;
  if (snapshot === null) return <Notice text="Connecting…" />;
  const joinUrl = session.welcome.value?.joinUrl ?? '';
  return (
    <div class="stage">
      <main class="stage-slides" lang={snapshot.lang}>
        <RevealSlides session={session} />
        {snapshot.joinShown && (
          <JoinPanel
            title={snapshot.title}
            code={snapshot.code}
            joinUrl={joinUrl}
            online={session.online.value}
          />
        )}
      </main>
      <footer class="stage-foot">
        <p class="stage-join">
          <span>{hostOf(joinUrl)}</span> <b>{spacedCode(snapshot.code)}</b>
        </p>
        <p class="stage-link" role="status">
          {link.is === 'online' ? '' : 'No connection: what is shown may be out of date.'}
          {snapshot.ended ? 'The session has ended.' : ''}
        </p>
        <p class="stage-online">
          <b>{session.online.value}</b> here
        </p>
        <FullscreenButton />
      </footer>
    </div>
  );
}

/** A clicker's keys move the slides from a wall whose browser has signed in. */
function useSteering(session: StageSession): void {
  const steering = useMemo(() => new Steering(session), [session]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const step = stepOfKey(event);
      if (step === null || session.welcome.value?.mayControl !== true) return;
      event.preventDefault();
      void steering.step(step);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [session, steering]);
}

function Notice({ text }: { text: string }) {
  return (
    <main class="stage-notice">
      <h1>Plenary</h1>
      <p role="status">{text}</p>
    </main>
  );
}

/** What people type: an address without its protocol. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
