import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { StageSession } from '../../client/sessions/presenting-session.ts';
import type { Position } from '../../deck/deck.ts';
import { slideAt } from '../../deck/navigation.ts';
import type { WireError } from '../../protocol/wire-error.ts';
import type { StageActivityView, StageSnapshot } from '../../session/views.ts';
import { DeckProblemList } from '../../presenting/deck-problem-list.tsx';
import { phaseLabels } from '../../presenting/phase-labels.ts';
import { listenForSteps, secondPressLabel, SlideRemote } from '../../presenting/slide-remote.ts';
import { Countdown } from '../../ui/countdown.tsx';
import { hostOf, formatCode } from '../../ui/session-path.ts';
import { FullscreenButton } from './fullscreen-button.tsx';
import { JoinPanel } from './join-panel.tsx';
import { Notice, unavailableReason } from './notice.tsx';
import { RevealSlides } from './reveal-slides.tsx';
import { useDirection } from '../../ui/use-direction.ts';

/** The stage: the slides, and below them the join address, the question's state and who is online. */
export function StagePage({ session }: { session: StageSession }) {
  const { problem, followLink } = useRemote(session);
  const unavailable = unavailableReason(session);
  const snapshot = session.snapshot.value;
  useDirection(snapshot?.lang);
  if (unavailable !== null || snapshot === null)
    return <Notice text={unavailable ?? 'Connecting…'} />;
  return (
    <div class="stage">
      <main class="stage-slides" lang={snapshot.lang}>
        <RevealSlides session={session} onLink={followLink} />
        {snapshot.joinShown && (
          <JoinPanel
            title={snapshot.title}
            code={snapshot.code}
            joinUrl={session.welcome.value?.joinUrl ?? ''}
            online={session.online.value}
          />
        )}
      </main>
      <div class="stage-deck-problems">
        <DeckProblemList found={session.deckProblems.value} most={MOST_PROBLEMS} />
      </div>
      <StageFoot session={session} snapshot={snapshot} problem={problem} />
    </div>
  );
}

interface FootProps {
  readonly session: StageSession;
  readonly snapshot: StageSnapshot;
  /** The reason why the last press did nothing; '' for none. */
  readonly problem: string;
}

function StageFoot({ session, snapshot, problem }: FootProps) {
  const activity = snapshot.joinShown ? undefined : questionHere(session);
  const joinUrl = session.welcome.value?.joinUrl ?? '';
  const status = session.status.value;
  return (
    <footer class="stage-foot" lang="en">
      <p>
        {!snapshot.joinShown && (
          <>
            Join at {hostOf(joinUrl)} with <b class="stage-code ltr">{formatCode(snapshot.code)}</b>
          </>
        )}
      </p>
      <p class="stage-status">
        {activity !== undefined && (
          <>
            <span class={`phase phase-${activity.phase}`}>{phaseLabels[activity.phase]}</span>
            <span>
              <b>{activity.answered}</b> {activity.answered === 1 ? 'answer' : 'answers'}
            </span>
          </>
        )}
      </p>
      {activity?.closesAt != null && (
        <p class="stage-countdown">
          <Countdown closesAt={activity.closesAt} clockOffset={session.clockOffset.value} />
        </p>
      )}
      <p class="stage-link" role="status">
        {status.is === 'online' ? '' : 'No connection. This screen may be out of date.'}
        {snapshot.ended ? 'The session has ended.' : (notRecordedLabel(session) ?? problem)}
      </p>
      <p>
        <b>{session.online.value}</b> online
      </p>
      <FullscreenButton />
    </footer>
  );
}

/** Warns the room that answers are not recorded; null if they are. */
function notRecordedLabel({ storageProblem }: StageSession): string | null {
  return storageProblem.value === null
    ? null
    : 'Answers are not being recorded. Phones keep them and send them again.';
}

/** The question on the present slide, if there is one. */
function questionHere({ deck, snapshot }: StageSession): StageActivityView | undefined {
  if (deck.value === null || snapshot.value === null) return undefined;
  const slide = slideAt(deck.value, snapshot.value.position);
  return snapshot.value.activities.find(({ id }) => id === slide?.activity);
}

/** Moves the slides by keys, a clicker and links, if this browser has signed in; `problem` says why it could not. */
function useRemote(session: StageSession) {
  const [problem, setProblem] = useState('');
  const report = (refused: WireError | null): void => setProblem(refused?.message ?? '');
  const remote = useMemo(() => new SlideRemote(session), [session]);
  useEffect(() => {
    // It is for whoever pressed the key, and the whole room sees it.
    const timer = setTimeout(() => setProblem(''), PROBLEM_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [problem]);
  useEffect(
    () =>
      listenForSteps((step) => {
        if (session.welcome.value?.mayControl !== true) setProblem(signInFirst);
        else void remote.step(step).then(report);
      }),
    [session, remote],
  );
  const followLink = useCallback(
    (position: Position): void => {
      // Without the key, a link does nothing.
      if (session.welcome.value?.mayControl === true) void remote.show(position).then(report);
    },
    [session, remote],
  );
  // The second press takes the first one's notice away.
  return { problem: secondPressLabel(remote.toEnds.asked.value) || problem, followLink };
}

const PROBLEM_SHOWN_MS = 6_000;
/** More would cover the slide that they are about. */
const MOST_PROBLEMS = 3;
const signInFirst = 'To move the slides from this screen, sign in at /present in this browser.';
