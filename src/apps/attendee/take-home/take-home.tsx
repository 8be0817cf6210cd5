import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { AttendeeSession } from '../../../client/sessions/attendee-session.ts';
import { readTakeHome, writeTakeHome } from '../../../client/device/saved-take-home.ts';
import { deviceStorage } from '../../../client/device/storage.ts';
import type { AttendeeSnapshot, TakeHome as Kept } from '../../../session/views.ts';
import type { OwnPageProps } from '../take-home-link.tsx';
import { Keep } from './save-actions.tsx';
import { Letter } from './take-home-page.tsx';
import { QuestionLink } from './not-answered.tsx';
import { useAsking } from './use-take-home.ts';
import './take-home.css';

const MINE = '#mine';

interface Props extends OwnPageProps {
  /** Whether the attendee has asked for it by its address. */
  readonly wanted: boolean;
}

/** A link to what this attendee takes home while the talk goes on; afterwards, that itself. */
export function OwnPart({ session, snapshot }: OwnPageProps) {
  const wanted = useHash() === MINE;
  if (wanted || snapshot === null || snapshot.ended || snapshot.selfPaced) {
    return <TakeHome session={session} snapshot={snapshot} wanted={wanted} />;
  }
  return (
    <p class="take-home-door" lang="en">
      <a class="button button-quiet" href={MINE}>
        Your page so far
      </a>
      <span>Your answers next to the room’s, for you to keep.</span>
    </p>
  );
}

function useHash(): string {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = (): void => setHash(location.hash);
    // Whoever is quick has followed the link before this runs.
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return hash;
}

/** Their answers beside the room's, what is right, the sources. */
function TakeHome({ session, snapshot, wanted }: Props) {
  useAsking(session, snapshot, wanted);
  const kept = useKept(session);
  const online = session.link.value.is === 'online';
  const page = useRef<HTMLElement>(null);
  const heading = useFocus(wanted, kept !== null);
  const ended = snapshot?.ended ?? false;
  const over = snapshot === null || ended || snapshot.selfPaced;
  if (kept === null && snapshot === null) return null;
  return (
    <section class="take-home" ref={page} lang={kept?.lang} aria-labelledby="take-home">
      <h1 id="take-home" tabIndex={-1} ref={heading} lang="en">
        {over ? 'Your page' : 'Your page so far'}
      </h1>
      {kept === null ? (
        <p role="status" lang="en">
          {online ? 'Loading your page…' : 'Your page loads when you are back online.'}
        </p>
      ) : (
        <>
          {!online && (
            <p class="take-home-note take-home-live" lang="en">
              No connection. This is the last version on this phone. It may be out of date.
            </p>
          )}
          {/* First: below a whole talk and its sources nobody would find it. */}
          <Keep page={page} title={kept.title} lang={kept.lang} code={session.code} ended={ended} />
          <Letter kept={kept} ended={ended} open={openQuestions(snapshot)} />
        </>
      )}
      {wanted && !over && <Return session={session} snapshot={snapshot} />}
    </section>
  );
}

/** What the server said last, or else what this device kept of it. */
function useKept({ code, takeHome: { value } }: AttendeeSession): Kept | null {
  const storage = useMemo(deviceStorage, []);
  const kept = useMemo(() => readTakeHome(storage, code), [storage, code]);
  useEffect(() => {
    if (value !== null) writeTakeHome(storage, code, value);
  }, [storage, code, value]);
  return value ?? kept;
}

/**
 * Who asked for the page is taken there, once there is something to read; and who goes back in the
 * browser's history, to the link from which they came.
 */
function useFocus(wanted: boolean, ready: boolean) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!wanted || !ready) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView();
  }, [wanted, ready]);
  useEffect(() => () => queueMicrotask(focusOnWayHere), []);
  return heading;
}

function focusOnWayHere(): void {
  if (location.hash !== '') return;
  document.querySelector<HTMLElement>('.take-home-door > a')?.focus({ preventScroll: true });
}

function openQuestions(snapshot: AttendeeSnapshot | null): ReadonlySet<string> {
  const open = snapshot?.activities.filter(({ phase }) => phase === 'open') ?? [];
  return new Set(open.map(({ id }) => id));
}

/** The way back to the talk; above all when it asks something meanwhile. */
function Return({ session, snapshot }: OwnPageProps) {
  const activity = snapshot?.activities.find(
    ({ id, phase }) => id === snapshot.here && phase === 'open',
  );
  const waits = activity !== undefined && session.answerTo(activity).is === 'none';
  return (
    <p class="take-home-return take-home-live" role="status">
      {waits && (
        <span>
          <span lang="en">A question is open:</span>{' '}
          <QuestionLink id={activity.id}>{activity.question}</QuestionLink>
        </span>
      )}
      <a class="button button-quiet" href="#talk" lang="en">
        Back to the session
      </a>
    </p>
  );
}
