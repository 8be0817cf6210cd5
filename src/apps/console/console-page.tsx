import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ConsoleSession } from '../../client/sessions/presenting-session.ts';
import type { Position } from '../../deck/deck.ts';
import { slideIndex, startOfSlide } from '../../deck/navigation.ts';
import { directionOf } from '../../lib/text-direction.ts';
import type { ConsoleDeck, ConsoleSnapshot } from '../../session/views.ts';
import { DeckProblemList } from '../../presenting/deck-problem-list.tsx';
import { SignIn } from '../../presenting/sign-in.tsx';
import { followLink } from '../../presenting/follow-link.ts';
import { MovedNotice } from '../../presenting/moved-notice.tsx';
import { listenForPageKeys, listenForUndo } from '../../presenting/page-keys.ts';
import { listenForSteps, SlideRemote } from '../../presenting/slide-remote.ts';
import { useDeckFont } from '../../presenting/deck-looks.ts';
import { useDeckStyle } from '../../presenting/use-deck-style.ts';
import { AskNow } from './ask-now.tsx';
import { Channels } from './channels.tsx';
import { ComingNext } from './coming-next.tsx';
import { ConsoleHead } from './console-head.tsx';
import { DeliveryNotice } from './delivery-notice.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { Notes } from '../../presenting/notes.tsx';
import { OpenStage } from './open-stage.tsx';
import { OtherQuestions } from './other-questions.tsx';
import { Overview } from './overview.tsx';
import { PlayerPanel } from './player-panel.tsx';
import { PresentSlide } from './present-slide.tsx';
import type { ReportProblem } from './report-problem.ts';
import { QuestionPanel } from './question-panel.tsx';
import { ReopenSession } from './reopen-session.tsx';
import { SaveAsked } from './save-asked.tsx';
import { SessionMenu } from './session-menu.tsx';
import { StagePen } from './stage-pen.ts';
import { StageTools } from './stage-tools.tsx';
import { SlideControls } from './slide-controls.tsx';
import { Undoing } from '../../presenting/undoing.ts';
import { useDirection } from '../../ui/use-direction.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';

/** The console: the presenter's page during a session. */
export function ConsolePage({ session }: { session: ConsoleSession }) {
  const remote = useMemo(() => new SlideRemote(session), [session]);
  const [problem, setProblem] = useState<string | null>(null);
  const report: ReportProblem = (error) => setProblem(error?.message ?? null);
  useDeckStyle(session.deck.value?.style);
  useDeckFont(session.deck.value?.theme?.font);
  useRemoteKeys(remote, report);
  const status = session.status.value;
  const deck = session.deck.value;
  const snapshot = session.snapshot.value;
  useDirection(snapshot?.lang);
  usePageTitle('Console', snapshot?.title);
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
  return <ConsoleDesk {...{ session, deck, snapshot, remote, problem, report }} />;
}

interface DeskProps {
  readonly session: ConsoleSession;
  readonly deck: ConsoleDeck;
  readonly snapshot: ConsoleSnapshot;
  readonly remote: SlideRemote;
  readonly problem: string | null;
  readonly report: ReportProblem;
}

/** Everything of the console, once it knows its session. */
function ConsoleDesk({ problem, ...props }: DeskProps) {
  const { session, deck, snapshot, remote, report } = props;
  const [dialog, setDialog] = useState<'overview' | 'keys' | null>(null);
  const closeDialog = (): void => setDialog(null);
  const index = slideIndex(deck, snapshot.position);
  useDialogKeys(setDialog);
  const pen = useMemo(() => new StagePen(session), [session]);
  const undoing = useUndoing(session, remote, pen, report);
  const goTo = (to: number): void => void remote.show(startOfSlide(deck, to)).then(report);
  return (
    <div class="console">
      <ConsoleHead session={session} deck={deck} snapshot={snapshot}>
        {snapshot.talkStartedAt === null && <OpenStage code={snapshot.code} />}
        <ReopenSession {...{ session, snapshot, report }} />
        <SessionMenu
          {...{ session, snapshot, deck, undoing, report }}
          onKeys={() => setDialog('keys')}
        />
      </ConsoleHead>
      <DeliveryNotice session={session} />
      <DeckProblemList found={session.deckProblems.value} most={Infinity} />
      {problem !== null && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <ConsoleMain
        {...{ ...props, index, undoing, pen }}
        onOverview={() => setDialog('overview')}
      />
      {dialog === 'overview' && (
        <Overview {...{ deck, snapshot }} present={index} onGo={goTo} onClosed={closeDialog} />
      )}
      {dialog === 'keys' && (
        <KeysDialog isMirrored={directionOf(snapshot.lang) === 'rtl'} onClosed={closeDialog} />
      )}
    </div>
  );
}

const movedWords = { console: 'Moved from the other console', remote: 'Moved from the phone' };

type MainProps = Omit<DeskProps, 'problem'> & {
  /** The present slide's index in the deck. */
  readonly index: number;
  readonly undoing: Undoing;
  readonly pen: StagePen;
  readonly onOverview: () => void;
};

function ConsoleMain({ index, undoing, pen, onOverview, ...props }: MainProps) {
  const { session, deck, snapshot, remote, report } = props;
  const main = useLinks(deck, (position) => void remote.show(position).then(report));
  const slide = deck.slides[index];
  const activity = snapshot.activities.find(({ id }) => id === slide?.activity) ?? null;
  return (
    <main ref={main} class="console-main" lang={snapshot.lang}>
      <div class="console-grid">
        <div class="console-column">
          <PresentSlide {...{ deck, snapshot, index, pen }}>
            <StageTools {...{ snapshot, remote, pen, report }} />
            <button
              type="button"
              class="button button-small"
              aria-haspopup="dialog"
              aria-keyshortcuts="o"
              onClick={onOverview}
            >
              Overview
            </button>
            <AskNow {...{ session, snapshot }} />
          </PresentSlide>
          <SlideControls {...{ deck, snapshot, remote, undoing, report }}>
            <MovedNotice moved={session.moved} words={movedWords} />
          </SlideControls>
        </div>
        <div class="console-column">
          <ComingNext {...{ deck, snapshot, index }} />
          {activity !== null && (
            <QuestionPanel
              key={activity.id}
              guard={remote.guard}
              {...{ activity, session, snapshot, report }}
            />
          )}
          {activity !== null && slide?.asked !== undefined && (
            <SaveAsked
              key={`asked/${activity.id}`}
              code={snapshot.code}
              id={activity.id}
              report={report}
            />
          )}
          <Channels {...{ deck, session, snapshot, report }} />
          <PlayerPanel {...{ session, snapshot, report }} />
          <Notes html={slide?.notes ?? ''} lang={snapshot.lang} />
          <OtherQuestions here={activity?.id ?? null} {...{ session, snapshot, report }} />
        </div>
      </div>
    </main>
  );
}

function useRemoteKeys(remote: SlideRemote, report: ReportProblem): void {
  useEffect(() => listenForSteps((step) => void remote.step(step).then(report)), [remote]);
}

/** The undoing of steps; its keys erase what is drawn on the slide before they undo a step. */
function useUndoing(
  session: ConsoleSession,
  remote: SlideRemote,
  pen: StagePen,
  report: ReportProblem,
): Undoing {
  const undoing = useMemo(
    () => new Undoing(session, () => void remote.guard.press()),
    [session, remote],
  );
  useEffect(
    () =>
      listenForUndo(() => {
        if (pen.drawing.value.length > 0) pen.erase();
        else void undoing.undo().then(report);
      }),
    [undoing, pen],
  );
  return undoing;
}

/** Opens the overview and the list of keys by a key each. */
function useDialogKeys(open: (dialog: 'overview' | 'keys') => void): void {
  useEffect(
    () =>
      listenForPageKeys((key) => {
        if (key === 'o') return () => open('overview');
        return key === '?' ? () => open('keys') : undefined;
      }),
    [],
  );
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
