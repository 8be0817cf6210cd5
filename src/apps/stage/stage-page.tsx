import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { StageSession } from '../../client/sessions/presenting-session.ts';
import type { Position } from '../../deck/deck.ts';
import type { SlidePoint } from '../../protocol/gestures.ts';
import { slideAt } from '../../deck/navigation.ts';
import type { WireError } from '../../protocol/wire-error.ts';
import type { StageActivityView, StageSlide } from '../../session/views.ts';
import { DeckProblemList } from '../../presenting/deck-problem-list.tsx';
import { listenForSteps, SlideRemote } from '../../presenting/slide-remote.ts';
import { ZOOM } from '../../presenting/zoom.ts';
import { useMode } from '../../presenting/use-mode.ts';
import { SlideMarks } from '../../presenting/slide-marks.tsx';
import { listenForStageKeys } from '../../presenting/stage-keys.ts';
import { Blank } from './blank.tsx';
import { looksOf, useDeckFont, type DeckLooks } from '../../presenting/deck-looks.ts';
import { ClosingPanel } from './closing-panel.tsx';
import { JoinPanel } from './join-panel.tsx';
import { Notice, unavailableReason } from './notice.tsx';
import { RevealSlides } from './reveal-slides.tsx';
import { SpotlitChannel } from './spotlit-channel.tsx';
import { StageCountdown } from './stage-countdown.tsx';
import { stageGround, type StageGround } from './stage-ground.ts';
import { StageFoot } from './stage-foot.tsx';
import { StageReactions } from './stage-reactions.tsx';
import { useDirection } from '../../ui/use-direction.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';

/** The stage: the slides, and below them the join address, the question's state and who is online. */
export function StagePage({ session }: { session: StageSession }) {
  const { problem, followLink } = useRemote(session);
  const unavailable = unavailableReason(session);
  const snapshot = session.snapshot.value;
  useDirection(snapshot?.lang);
  usePageTitle('Stage', snapshot?.title);
  useMode(snapshot?.mode);
  useDeckFont(session.deck.value?.theme?.font);
  if (unavailable !== null || snapshot === null)
    return <Notice text={unavailable ?? 'Connecting…'} />;
  const isCovered = snapshot.joinShown || snapshot.closingShown;
  const activity = isCovered ? undefined : questionHere(session);
  const hasQrCode = snapshot.joinCorner && !isCovered;
  const joinUrl = session.welcome.value?.joinUrl ?? '';
  const slide = isCovered ? undefined : slideHere(session);
  const ground = stageGround(slide, snapshot.mode);
  const looks = looksOf(session.deck.value?.theme);
  return (
    <div
      class={`stage ${looks.class} ${hasQrCode ? 'stage-with-qr-code' : ''}`}
      style={looks.style}
    >
      <main class="stage-slides" lang={snapshot.lang} inert={snapshot.blanked}>
        <Zoomed session={session} isCovered={isCovered}>
          <RevealSlides session={session} onLink={followLink} />
          <StageMarks session={session} />
        </Zoomed>
        <SpotlitChannel snapshot={snapshot} slide={slide} />
        {snapshot.joinShown && (
          <JoinPanel
            title={snapshot.title}
            code={snapshot.code}
            joinUrl={joinUrl}
            online={session.online.value}
          />
        )}
        {snapshot.closingShown && <ClosingPanel title={snapshot.title} joinUrl={joinUrl} />}
      </main>
      <div class="stage-deck-problems">
        <DeckProblemList found={session.deckProblems.value} most={MOST_PROBLEMS} />
      </div>
      <Ground {...{ ground, looks }}>
        {activity?.closesAt != null && (
          <StageCountdown closesAt={activity.closesAt} clockOffset={session.clockOffset.value} />
        )}
        <StageFoot {...{ session, snapshot, activity, hasQrCode, problem }} ground={ground.mode} />
      </Ground>
      <StageReactions reactions={session.reactions.value} shown={snapshot.reactions} />
      {snapshot.blanked && <Blank />}
    </div>
  );
}

interface ZoomedProps {
  readonly session: StageSession;
  /** true under the join screen: nothing there is to be read or reached. */
  readonly isCovered: boolean;
  readonly children: ComponentChildren;
}

/** The slide with what is drawn on it, whole, or so large that a part of it fills the stage. */
function Zoomed({ session, isCovered, children }: ZoomedProps) {
  const at = session.gestures.zoom.value;
  const style = at === null ? {} : { transform: `scale(${ZOOM})`, transformOrigin: originOf(at) };
  return (
    <div class="stage-zoom" style={style} inert={isCovered}>
      {children}
    </div>
  );
}

/** Colours all that is not of the deck by the slide beside it. */
function Ground(props: { ground: StageGround; looks: DeckLooks; children: ComponentChildren }) {
  const { mode, colour, isFilled } = props.ground;
  if (colour === null) return <div class="stage-ground">{props.children}</div>;
  const filled = isFilled ? 'stage-ground-filled' : '';
  return (
    <div
      class={`stage-ground has-${mode}-background ${props.looks.class} ${filled}`}
      style={{ '--paper': colour }}
    >
      {props.children}
    </div>
  );
}

/** A place of the slide on the stage, which may be wider or higher than the slide. */
function originOf({ x, y }: SlidePoint): string {
  const along = (place: number, size: string) =>
    `calc(50% + ${place - 0.5} * var(--slide-${size}))`;
  return `${along(x, 'width')} ${along(y, 'height')}`;
}

/** A part of its own: the slides are not drawn anew with each movement of a hand. */
function StageMarks({ session: { gestures } }: { session: StageSession }) {
  return (
    <div class="stage-marks">
      <SlideMarks pointer={gestures.pointer.value} drawing={gestures.drawing.value} />
    </div>
  );
}

/** The question on the present slide, if there is one. */
function questionHere(session: StageSession): StageActivityView | undefined {
  const slide = slideHere(session);
  return session.snapshot.value?.activities.find(({ id }) => id === slide?.activity);
}

function slideHere({ deck, snapshot }: StageSession): StageSlide | undefined {
  if (deck.value === null || snapshot.value === null) return undefined;
  return slideAt(deck.value, snapshot.value.position);
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
  useEffect(() => {
    const ifSignedIn = (act: () => Promise<WireError | null>): void => {
      if (session.welcome.value?.mayControl !== true) setProblem(signInFirst);
      else void act().then(report);
    };
    const stops = [
      listenForSteps((step) => ifSignedIn(() => remote.step(step))),
      listenForStageKeys((press) => ifSignedIn(() => remote[press]())),
    ];
    return () => stops.forEach((stop) => stop());
  }, [session, remote]);
  const followLink = useCallback(
    (position: Position): void => {
      // Without the key, a link does nothing.
      if (session.welcome.value?.mayControl === true) void remote.show(position).then(report);
    },
    [session, remote],
  );
  return { problem, followLink };
}

const PROBLEM_SHOWN_MS = 6_000;
/** More would cover the slide that they are about. */
const MOST_PROBLEMS = 3;
const signInFirst = 'To move the slides from this screen, sign in at /present in this browser.';
