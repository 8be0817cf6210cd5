import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { AttendeeSession } from '../../../client/sessions/attendee-session.ts';
import { readTakeHome, writeTakeHome } from '../../../client/device/saved-take-home.ts';
import { deviceStorage } from '../../../client/device/storage.ts';
import type { AttendeeSnapshot, TakeHome } from '../../../session/views.ts';
import { SaveActions } from './save-actions.tsx';
import { TakeHomePage } from './take-home-page.tsx';
import { QuestionLink } from './not-answered.tsx';
import { unsentAnswers } from './unsent-answers.ts';
import { useReopened } from './use-reopened.ts';
import { useTakeHomeRefresh } from './use-take-home-refresh.ts';
import { useOpenOnPaper } from './use-open-on-paper.ts';
import './take-home.css';
import { useDirection } from '../../../ui/use-direction.ts';
import { LabelledText } from '../../../ui/labelled-text.tsx';

const TAKE_HOME_HASH = '#mine';

export interface TakeHomeProps {
  readonly session: AttendeeSession;
  /** null without a network, when the page has only what this device saved. */
  readonly snapshot: AttendeeSnapshot | null;
}

interface Props extends TakeHomeProps {
  /** True if the address asks for the take-home page. */
  readonly wanted: boolean;
}

/** A link to the take-home page while the session runs; afterwards, the page itself. */
export function TakeHomeLinkOrPage({ session, snapshot }: TakeHomeProps) {
  const wanted = useHash() === TAKE_HOME_HASH;
  useReopened(session, snapshot);
  if (wanted || snapshot === null || snapshot.ended || snapshot.selfPaced) {
    return <TakeHomeSection session={session} snapshot={snapshot} wanted={wanted} />;
  }
  return (
    <p class="take-home-link" lang="en">
      <a class="button button-quiet" href={TAKE_HOME_HASH}>
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
    // The hash may have changed before this effect runs.
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return hash;
}

/** The take-home page with its heading and the buttons to save it. */
function TakeHomeSection({ session, snapshot, wanted }: Props) {
  useTakeHomeRefresh(session, snapshot, wanted);
  const takeHome = useSavedTakeHome(session);
  useDirection(takeHome?.lang);
  const online = session.status.value.is === 'online';
  const page = useRef<HTMLElement>(null);
  useOpenOnPaper(page);
  const heading = useHeadingFocus(wanted, takeHome !== null);
  const ended = snapshot?.ended ?? false;
  const isOver = snapshot === null || ended;
  const isFinal = isOver || snapshot.selfPaced;
  if (takeHome === null && snapshot === null) return null;
  return (
    <section class="take-home" ref={page} lang={takeHome?.lang} aria-labelledby="take-home">
      <h1 id="take-home" tabIndex={-1} ref={heading} lang="en">
        {isFinal ? 'Your page' : 'Your page so far'}
      </h1>
      {takeHome === null ? (
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
          <TakeHomePage
            takeHome={takeHome}
            ended={ended}
            open={openQuestions(snapshot)}
            unsent={isOver ? unsentAnswers(session, takeHome.questions) : []}
            // Above all questions and sources: below them nobody would find it.
            save={<SaveActions {...{ page, ended }} {...takeHome} code={session.code} />}
          />
        </>
      )}
      {wanted && !isFinal && <BackToSession session={session} snapshot={snapshot} />}
    </section>
  );
}

/** The latest take-home data from the server, or else from this device. */
function useSavedTakeHome({ code, takeHome: { value } }: AttendeeSession): TakeHome | null {
  const storage = useMemo(deviceStorage, []);
  const takeHome = useMemo(() => readTakeHome(storage, code), [storage, code]);
  useEffect(() => {
    if (value !== null) writeTakeHome(storage, code, value);
  }, [storage, code, value]);
  return value ?? takeHome;
}

/**
 * Focuses the heading once the page that the address asks for is there; after going back in the
 * browser's history, the link that leads to the page.
 */
function useHeadingFocus(wanted: boolean, ready: boolean) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!wanted || !ready) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView();
  }, [wanted, ready]);
  // A session that is reopened takes the page away by itself: the focus stays where it is.
  useEffect(() => (wanted ? () => queueMicrotask(focusTakeHomeLink) : undefined), [wanted]);
  return heading;
}

function focusTakeHomeLink(): void {
  if (location.hash !== '') return;
  document.querySelector<HTMLElement>('.take-home-link > a')?.focus({ preventScroll: true });
}

function openQuestions(snapshot: AttendeeSnapshot | null): ReadonlySet<string> {
  const open = snapshot?.activities.filter(({ phase }) => phase === 'open') ?? [];
  return new Set(open.map(({ id }) => id));
}

/** A link back to the session, and to its open question if there is one. */
function BackToSession({ session, snapshot }: TakeHomeProps) {
  const activity = snapshot?.activities.find(
    ({ id, phase }) => id === snapshot.here && phase === 'open',
  );
  const waits = activity !== undefined && session.answerTo(activity).is === 'none';
  return (
    <p class="take-home-return take-home-live" role="status">
      {waits && (
        <span>
          <LabelledText label="A question is open:">
            <QuestionLink id={activity.id}>{activity.question}</QuestionLink>
          </LabelledText>
        </span>
      )}
      <a class="button button-quiet" href="#talk" lang="en">
        Back to the session
      </a>
    </p>
  );
}
