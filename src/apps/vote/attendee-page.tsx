import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { preloadPhoneViews } from '../../activities/views.ts';
import { AttendeeSession } from '../../client/attendee-session.ts';
import type { Link } from '../../client/connection.ts';
import type { AttendeeSnapshot } from '../../session/views.ts';
import { JoinForm } from './join-form.tsx';
import { QuestionCard, QuestionLeftOpen } from './question-card.tsx';

const PRELOAD_WITHIN_MS = 3_000;

/** What an attendee sees: where the talk is, and the questions that can be answered. */
export function AttendeePage({ code }: { code: string }) {
  const session = useMemo(() => new AttendeeSession(code), [code]);
  const link = session.link.value;
  const snapshot = session.snapshot.value;
  usePreload(snapshot !== null);
  if (session.forgotten.value) {
    return (
      <Notice title="This session was deleted" text="Its answers are gone, as is this page." />
    );
  }
  if (link.is === 'refused' && snapshot === null) {
    return <Refused code={code} session={session} link={link} />;
  }
  if (snapshot === null) {
    const text = link.is === 'offline' ? 'No connection. Trying again…' : 'Connecting…';
    return <Notice title="Plenary" text={text} />;
  }
  return <Talk snapshot={snapshot} session={session} />;
}

/** Once joined, and not all at the same moment. */
function usePreload(joined: boolean): void {
  useEffect(() => {
    if (!joined) return;
    const timer = setTimeout(preloadPhoneViews, Math.random() * PRELOAD_WITHIN_MS);
    return () => clearTimeout(timer);
  }, [joined]);
}

function Refused(props: {
  code: string;
  session: AttendeeSession;
  link: Extract<Link, { is: 'refused' }>;
}) {
  const { name, message, retryAfter } = props.link.error;
  if (name === 'unknown-code') return <JoinForm code={props.code} problem={message} />;
  return (
    <Notice title="Not connected" text={message}>
      {retryAfter === undefined ? (
        <button type="button" class="button" onClick={() => location.reload()}>
          Reload the page
        </button>
      ) : (
        <p>This page tries again by itself.</p>
      )}
    </Notice>
  );
}

function Talk({ snapshot, session }: { snapshot: AttendeeSnapshot; session: AttendeeSession }) {
  const { title, lang, ended, here, activities } = snapshot;
  const asked = activities.find(({ id }) => id === here);
  const others = activities.filter(({ id }) => id !== here);
  const link = session.link.value;
  return (
    <>
      <header class="talk">
        <p class="talk-title" lang={lang}>
          {title}
        </p>
        <Place snapshot={snapshot} />
      </header>
      <p class="link-state" role="status">
        {link.is === 'online' ? '' : linkWords(link)}
      </p>
      <main lang={lang}>
        {asked !== undefined && <QuestionCard key={asked.id} activity={asked} session={session} />}
        {ended && <Idle title="The session has ended" text="Thank you for taking part." />}
        {!ended && asked === undefined && (
          <Idle title="Nothing to answer just now" text="A question appears here when it opens." />
        )}
        {others.map((activity) => (
          <QuestionLeftOpen key={activity.id} activity={activity} session={session} />
        ))}
      </main>
    </>
  );
}

function Place({ snapshot: { slide, lang, ended } }: { snapshot: AttendeeSnapshot }) {
  if (ended) return null;
  if (slide === null) return <p class="talk-place">The talk is about to begin.</p>;
  return (
    <p class="talk-place">
      Slide {slide.number} of {slide.of}
      {slide.title !== '' && (
        <>
          {' · '}
          <span lang={lang}>{slide.title}</span>
        </>
      )}
    </p>
  );
}

function Idle({ title, text }: { title: string; text: string }) {
  return (
    <section class="idle" lang="en">
      <h1>{title}</h1>
      <p>{text}</p>
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

function linkWords(link: Link): string {
  if (link.is === 'refused') return link.error.message;
  return 'No connection. What you answer is kept on this phone and sent when it is back.';
}
