import { useCallback, useMemo, useRef } from 'preact/hooks';
import { api, type Reply } from '../../../client/api.ts';
import { success } from '../../../lib/result.ts';
import type { SessionEntry } from '../../../protocol/http.ts';
import { useDeckFont } from '../../../presenting/deck-looks.ts';
import { useDeckStyle } from '../../../presenting/use-deck-style.ts';
import type { Replay } from '../../../results/replay/moment.ts';
import { useDirection } from '../../../ui/use-direction.ts';
import { usePageTitle } from '../../../ui/use-page-title.ts';
import { RequireSignIn } from '../require-sign-in.tsx';
import { allQuestions } from './all-questions.ts';
import { useMomentInAddress } from './use-moment-in-address.ts';
import { placeIn } from './moment-address.ts';
import { lastPlaces, questionMarks, slidePlaces } from './marks.ts';
import { PlayerControls } from './player-controls.tsx';
import { QuestionPhases } from './question-phases.tsx';
import { ReplayHead } from './replay-head.tsx';
import { StageThen } from './stage-then.tsx';
import { clockAt, placeAt, timelineOf } from './timeline.ts';
import { usePlayer } from './use-player.ts';

/** A session at any of its moments: the stage, its questions and their answers as they were. */
export function ReplayPage({ code }: { code: string }) {
  const load = useCallback(() => loadReplay(code), [code]);
  return (
    <RequireSignIn load={load}>
      {(loaded, reload) => <Replayed {...{ ...loaded, reload }} />}
    </RequireSignIn>
  );
}

interface Loaded {
  readonly session: SessionEntry;
  readonly replay: Replay;
}

async function loadReplay(code: string): Reply<Loaded> {
  const session = await api.session(code);
  if (!session.ok) return session;
  const replay = await api.replay(code);
  return replay.ok ? success({ session: session.value, replay: replay.value }) : replay;
}

interface Props extends Loaded {
  reload(): void;
}

function Replayed({ session, replay, reload }: Props) {
  const { moments } = replay;
  const starts = useMemo(() => timelineOf(moments), [moments]);
  const marks = useMemo(() => questionMarks(moments), [moments]);
  const questions = useMemo(() => allQuestions(moments), [moments]);
  const last = useMemo(() => lastPlaces(moments), [moments]);
  const stage = useRef<HTMLDivElement>(null);
  const slides = useMemo(() => slidePlaces(moments), [moments]);
  const player = usePlayer(starts.at(-1) ?? 0, starts[placeIn(location.hash, moments)] ?? 0);
  const place = placeAt(starts, player.time);
  useMomentInAddress({ moments, starts, player, place });
  const moment = moments[place];
  usePageTitle('Replay', session.name === '' ? session.title : session.name);
  useDirection(moment?.stage.lang);
  useDeckStyle(moment?.deck.style);
  useDeckFont(moment?.deck.theme?.font);
  if (moment === undefined) return null;
  const clock = clockAt(moments, starts, player.time);
  const goTo = (wanted: number): void => {
    player.goTo(starts[wanted] ?? 0);
    // On a phone the stage is far above the list; from there, Space plays.
    stage.current?.querySelector('input')?.focus({ preventScroll: true });
    stage.current?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <main class="desk replay">
      <ReplayHead
        {...{ session, reload }}
        lang={moment.stage.lang}
        last={moments.at(-1)?.at ?? 0}
      />
      <div class="replay-room">
        <div class="replay-stage" ref={stage}>
          <StageThen moment={moment} />
          <PlayerControls {...{ moments, starts, marks, slides, player, place, clock }} />
        </div>
        <QuestionPhases {...{ moments, moment, questions, marks, last, clock, goTo }} />
      </div>
      <Exactness replay={replay} />
    </main>
  );
}

/** Says how exact a replay is that could not have every moment. */
function Exactness({ replay: { every, hasEveryStep } }: { replay: Replay }) {
  if (every <= 1_000 && hasEveryStep) return null;
  return (
    <p class="caption replay-note">
      {every > 1_000 && `A long session: answers are shown in steps of ${every / 1_000} seconds. `}
      {!hasEveryStep && 'There are more steps of the presenter than this page can show one by one.'}
    </p>
  );
}
