import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { persistently } from '../../activities/views.ts';
import { AttendeeSession } from '../../client/sessions/attendee-session.ts';
import type { ConnectionStatus } from '../../client/socket/connection.ts';
import type { ActivityView, AttendeeSnapshot } from '../../session/views.ts';
import { Join } from './join.tsx';
import { LazyTakeHome } from './lazy-take-home.tsx';
import { QuestionCard } from './question-card.tsx';
import { useNewQuestion } from './use-new-question.ts';
import { OwnText } from '../../ui/own-text.tsx';
import { useDirection } from '../../ui/use-direction.ts';
import { useLazyModule } from '../../ui/use-lazy-module.ts';

/** The first question comes before it. */
const REST_AFTER_MS = 250;

/** The attendee's page: the present slide's number and the questions that can be answered. */
export function AttendeePage({ code }: { code: string }) {
  const session = useMemo(() => new AttendeeSession(code), [code]);
  const status = session.status.value;
  const snapshot = session.snapshot.value;
  useDirection(snapshot?.lang);
  if (session.deleted.value) {
    return <Notice title="This session was deleted" text="Its answers and this page are gone." />;
  }
  if (status.is === 'refused' && snapshot === null) {
    return <Refused code={code} session={session} status={status} />;
  }
  if (snapshot === null) {
    if (status.is !== 'offline') return <Notice title="Plenary" text="Connecting…" />;
    return (
      <Notice title="Plenary" text="No connection. Reconnecting…">
        <LazyTakeHome session={session} snapshot={null} />
      </Notice>
    );
  }
  return <SessionView snapshot={snapshot} session={session} />;
}

/** Loads the rest of the page soon after joining, since the network may go; null until then. */
function useRest() {
  const [due, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), REST_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return useLazyModule(due, () => persistently(() => import('./beside/beside-question.tsx')));
}

function Refused(props: {
  code: string;
  session: AttendeeSession;
  status: Extract<ConnectionStatus, { is: 'refused' }>;
}) {
  const { name, message, retryAfter } = props.status.error;
  if (name === 'unknown-code') return <Join code={props.code} problem={message} />;
  return (
    <Notice title="Not connected" text={message}>
      {retryAfter === undefined ? (
        <button type="button" class="button" onClick={() => location.reload()}>
          Reload the page
        </button>
      ) : (
        <p>This page tries again automatically.</p>
      )}
    </Notice>
  );
}

function SessionView({
  snapshot,
  session,
}: {
  snapshot: AttendeeSnapshot;
  session: AttendeeSession;
}) {
  const { title, lang } = snapshot;
  const { current, others } = splitQuestions(snapshot);
  const status = session.status.value;
  const rest = useRest();
  const idle = current === undefined && <Idle {...idleNotice(snapshot, others, session)} />;
  const { first, untouchable } = useNewQuestion(title, current);
  return (
    <>
      <header class="talk">
        <p class="talk-title" lang={lang}>
          <OwnText>{title}</OwnText>
        </p>
        <SlidePosition snapshot={snapshot} />
      </header>
      <p class="link-state" role="status">
        {status.is === 'online' ? '' : connectionLabel(status)}
      </p>
      <main id="talk" lang={lang}>
        {current !== undefined && (
          <QuestionCard
            key={current.id}
            activity={current}
            session={session}
            untouchable={untouchable}
          />
        )}
        {rest === null ? (
          idle
        ) : (
          <rest.BesideQuestion {...{ session, snapshot, current, first, others, idle }} />
        )}
        <LazyTakeHome session={session} snapshot={snapshot} />
      </main>
    </>
  );
}

/**
 * Splits the open questions into the one that everybody answers now, and the others. While
 * self-paced, attendees choose the order themselves; after the end all is on the take-home page.
 */
function splitQuestions({ here, activities, selfPaced, ended }: AttendeeSnapshot): {
  current: ActivityView | undefined;
  others: readonly ActivityView[];
} {
  const current = activities.find(
    ({ id, phase, hasCorrectAnswer }) =>
      id === here && !ended && !(selfPaced && phase === 'open' && !hasCorrectAnswer),
  );
  return { current, others: activities.filter((one) => one.phase === 'open' && one !== current) };
}

/** The text to show while no question is current. */
function idleNotice(
  { ended, selfPaced, slide }: AttendeeSnapshot,
  open: readonly ActivityView[],
  session: AttendeeSession,
): { title: string; text: string } {
  if (ended) return { title: 'The session has ended', text: 'Thank you for taking part.' };
  if (!selfPaced || open.length === 0) {
    return {
      title: slide === null ? 'You are in' : 'Nothing to answer right now',
      text: 'Questions appear here when they open.',
    };
  }
  const answered = open.filter((activity) => session.answerTo(activity).is === 'recorded');
  const text = `${answered.length} of ${open.length} answered`;
  return { title: 'At your own pace', text };
}

function SlidePosition({ snapshot: { slide, lang, ended, here } }: { snapshot: AttendeeSnapshot }) {
  if (ended) return null;
  if (slide === null) return <p class="talk-place">The session is about to begin.</p>;
  return (
    <p class="talk-place">
      Slide {slide.number} of {slide.of}
      {slide.title !== '' && here === null && (
        <span lang={lang}>
          {' · '}
          <OwnText>{slide.title}</OwnText>
        </span>
      )}
    </p>
  );
}

function Idle({ title, text }: { title: string; text: string }) {
  return (
    <section class="idle" lang="en">
      <h1>{title}</h1>
      <p role="status">{text}</p>
    </section>
  );
}

function Notice(props: { title: string; text: string; children?: ComponentChildren }) {
  return (
    <main class="join">
      <h1>{props.title}</h1>
      <p role="status">{props.text}</p>
      {props.children}
    </main>
  );
}

function connectionLabel(status: ConnectionStatus): string {
  if (status.is === 'refused') return status.error.message;
  return 'No connection. Your answers are kept on this phone and sent when you are back online.';
}
