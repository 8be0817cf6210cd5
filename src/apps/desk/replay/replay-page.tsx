import { useCallback, useMemo } from 'preact/hooks';
import { api } from '../../../client/api.ts';
import { useDeckFont } from '../../../presenting/deck-looks.ts';
import { useDeckStyle } from '../../../presenting/use-deck-style.ts';
import type { Replay } from '../../../results/replay/moment.ts';
import { OwnText } from '../../../ui/own-text.tsx';
import { useDirection } from '../../../ui/use-direction.ts';
import { usePageTitle } from '../../../ui/use-page-title.ts';
import { RequireSignIn } from '../require-sign-in.tsx';
import { questionMarks, slidePlaces } from './marks.ts';
import { PlayerControls } from './player-controls.tsx';
import { QuestionPhases } from './question-phases.tsx';
import { StageThen } from './stage-then.tsx';
import { clockAt, placeAt, timelineOf } from './timeline.ts';
import { usePlayer } from './use-player.ts';

/** A session at any of its moments: the stage, its questions and their answers as they were. */
export function ReplayPage({ code }: { code: string }) {
  const load = useCallback(() => api.replay(code), [code]);
  return (
    <RequireSignIn load={load}>{(replay) => <Replayed {...{ code, replay }} />}</RequireSignIn>
  );
}

interface Props {
  readonly code: string;
  readonly replay: Replay;
}

function Replayed({ code, replay }: Props) {
  const { moments } = replay;
  const starts = useMemo(() => timelineOf(moments), [moments]);
  const marks = useMemo(() => questionMarks(moments), [moments]);
  const slides = useMemo(() => slidePlaces(moments), [moments]);
  const player = usePlayer(starts.at(-1) ?? 0);
  const place = placeAt(starts, player.time);
  const moment = moments[place];
  usePageTitle('Replay', moment?.stage.title);
  useDirection(moment?.stage.lang);
  useDeckStyle(moment?.deck.style);
  useDeckFont(moment?.deck.theme?.font);
  if (moment === undefined) return null;
  const clock = clockAt(moments, starts, player.time);
  const goTo = (wanted: number): void => player.goTo(starts[wanted] ?? 0);
  return (
    <main class="desk replay">
      <p class="desk-brand" lang={moment.stage.lang}>
        <OwnText>{moment.stage.title}</OwnText>
      </p>
      <div class="results-name">
        <h1>Replay</h1>
        <a class="button button-quiet" href={`/s/${code}/results`}>
          All results
        </a>
      </div>
      <div class="replay-room">
        <div class="replay-stage">
          <StageThen moment={moment} />
          <PlayerControls {...{ moments, starts, marks, slides, player, place, clock }} />
        </div>
        <QuestionPhases {...{ moments, moment, marks, clock, goTo }} />
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
