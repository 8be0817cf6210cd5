import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ConsoleSession } from '../../client/sessions/presenting-session.ts';
import type { Position } from '../../deck/deck.ts';
import { slideIndex } from '../../deck/navigation.ts';
import type { ConsoleActivityView, ConsoleDeck, ConsoleSnapshot } from '../../session/views.ts';
import { DeckProblemList } from '../../presenting/deck-problem-list.tsx';
import { SignIn } from '../../presenting/sign-in.tsx';
import { followLink } from '../../presenting/follow-link.ts';
import { fillHtml } from '../../presenting/slide-section.ts';
import { SlidePreview } from '../../presenting/slide-preview.tsx';
import { listenForSteps, SlideRemote } from '../../presenting/slide-remote.ts';
import { useDeckStyle } from '../../presenting/use-deck-style.ts';
import { ConsoleHead } from './console-head.tsx';
import { DeliveryBar } from './delivery-bar.tsx';
import { OtherQuestions } from './other-questions.tsx';
import { formatMinutes } from './pace.ts';
import type { ReportProblem } from './report-problem.ts';
import { QuestionPanel } from './question-panel.tsx';
import { StagePen } from './stage-pen.ts';
import { StagePicture } from './stage-picture.tsx';
import { StageTools } from './stage-tools.tsx';
import { SessionActions } from './session-actions.tsx';
import { slideName } from './slide-name.ts';
import { SlideControls } from './slide-controls.tsx';
import { OwnText } from '../../ui/own-text.tsx';
import { useDirection } from '../../ui/use-direction.ts';
import { LabelledText } from '../../ui/labelled-text.tsx';

/** The console: the presenter's page during a session. */
export function ConsolePage({ session }: { session: ConsoleSession }) {
  const remote = useMemo(() => new SlideRemote(session), [session]);
  const [problem, setProblem] = useState<string | null>(null);
  const report: ReportProblem = (error) => setProblem(error?.message ?? null);
  useDeckStyle(session.deck.value?.style);
  useRemoteKeys(remote, report);
  const status = session.status.value;
  const deck = session.deck.value;
  const snapshot = session.snapshot.value;
  useDirection(snapshot?.lang);
  if (session.deleted.value) return <Notice text="This session was deleted." />;
  if (status.is === 'refused') {
    return status.error.name === 'key-needed' ? (
      <SignIn onSignedIn={session.retry} />
    ) : (
      <Notice text={status.error.message} />
    );
  }
  if (deck === null || snapshot === null) {
    return (
      <Notice text={status.is === 'offline' ? 'No connection. Reconnecting…' : 'Connecting…'} />
    );
  }
  return (
    <div class="console">
      <ConsoleHead session={session} deck={deck} snapshot={snapshot} />
      <DeliveryBar session={session} ended={snapshot.ended} />
      <DeckProblemList found={session.deckProblems.value} most={Infinity} />
      <SessionActions session={session} snapshot={snapshot} report={report} />
      {problem !== null && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <ConsoleMain {...{ session, deck, snapshot, remote, report }} />
    </div>
  );
}

function ConsoleMain(props: {
  session: ConsoleSession;
  deck: ConsoleDeck;
  snapshot: ConsoleSnapshot;
  remote: SlideRemote;
  report: ReportProblem;
}) {
  const { session, deck, snapshot, remote, report } = props;
  const pen = useMemo(() => new StagePen(session), [session]);
  const main = useLinks(deck, (position) => void remote.show(position).then(report));
  const index = slideIndex(deck, snapshot.position);
  const slide = deck.slides[index];
  const next = deck.slides[index + 1];
  const question = (id: string | null | undefined) =>
    snapshot.activities.find((activity) => activity.id === id) ?? null;
  const activity = question(slide?.activity);
  return (
    <main ref={main} class="console-main" lang={snapshot.lang}>
      <div class="console-column">
        <section class="now" aria-label="On stage now">
          <h2 class="caption" lang="en">
            {snapshot.joinShown
              ? 'On stage: join screen'
              : `Slide ${index + 1} of ${deck.slides.length}${plannedTimeLabel(slide)}`}
          </h2>
          {slide !== undefined && (
            <StagePicture pen={pen}>
              <SlidePreview slide={slide} fragment={snapshot.position.f} activity={activity} />
            </StagePicture>
          )}
          <StageTools {...{ snapshot, remote, pen, report }} />
          <SlideControls {...{ deck, snapshot, index, remote, report }} />
        </section>
        <NextSlide slide={next} activity={question(next?.activity)} snapshot={snapshot} />
      </div>
      <div class="console-column">
        {activity !== null && (
          <QuestionPanel
            key={activity.id}
            guard={remote.guard}
            {...{ activity, session, snapshot, report }}
          />
        )}
        <Notes html={slide?.notes ?? ''} />
        <OtherQuestions here={activity?.id ?? null} {...{ session, snapshot, report }} />
      </div>
    </main>
  );
}

function NextSlide(props: {
  slide: ConsoleDeck['slides'][number] | undefined;
  activity: ConsoleActivityView | null;
  snapshot: ConsoleSnapshot;
}) {
  const { slide, activity, snapshot } = props;
  return (
    <section class="next" aria-label="Next slide">
      <h2 class="caption">
        {slide === undefined ? (
          <span lang="en">This is the last slide</span>
        ) : (
          <LabelledText label="Next slide:">
            <OwnText>{slideName(slide, snapshot)}</OwnText>
          </LabelledText>
        )}
      </h2>
      {slide !== undefined && (
        // Screen readers skip the preview: its title is in the heading above.
        <div inert>
          <SlidePreview slide={slide} fragment={-1} activity={activity} />
        </div>
      )}
    </section>
  );
}

function plannedTimeLabel(slide: ConsoleDeck['slides'][number] | undefined): string {
  const minutes = slide?.minutes ?? null;
  return minutes === null ? '' : ` · planned for ${formatMinutes(minutes)}`;
}

function Notes({ html }: { html: string }) {
  const text = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (text.current !== null) fillHtml(text.current, html);
  }, [html]);
  return (
    <section class="notes" aria-labelledby="notes-heading">
      <h2 id="notes-heading" class="caption" lang="en">
        Notes
      </h2>
      {html === '' ? (
        <p lang="en">No notes on this slide.</p>
      ) : (
        <div class="notes-text" ref={text} />
      )}
    </section>
  );
}

function useRemoteKeys(remote: SlideRemote, report: ReportProblem): void {
  useEffect(() => listenForSteps((step) => void remote.step(step).then(report)), [remote]);
}

/** Takes links in the preview and in the notes to the session. */
function useLinks(deck: ConsoleDeck, onLink: (position: Position) => void) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    const onClick = (event: MouseEvent): void => {
      const { target } = event;
      const isDeckText = target instanceof Element && target.closest(DECK_TEXT) !== null;
      if (isDeckText) followLink(event, deck.slides, onLink);
    };
    const element = main.current;
    element?.addEventListener('click', onClick);
    return () => element?.removeEventListener('click', onClick);
  });
  return main;
}

const DECK_TEXT = '.slide-preview, .notes-text';

function Notice({ text }: { text: string }) {
  return (
    <main class="sign-in">
      <h1>Console</h1>
      <p role="status">{text}</p>
      <p>
        <a href="/present">Decks and sessions</a>
      </p>
    </main>
  );
}
