import { useEffect, useRef } from 'preact/hooks';
import { listenForPageKeys } from '../../../presenting/page-keys.ts';
import type { Moment } from '../../../results/replay/moment.ts';
import { clockTime } from '../../../ui/clock-time.ts';
import type { Mark } from './marks.ts';
import { MomentSlider } from './moment-slider.tsx';
import type { Moves } from './moves.ts';
import { pauseLabel, sinceLabel } from './time-labels.ts';
import { MarkLegend, TimeMarks } from './time-marks.tsx';
import { nextOf, pauseAfter } from './timeline.ts';
import { speeds, type Player } from './use-player.ts';

interface Props {
  readonly moments: readonly Moment[];
  /** The playing time at which each moment begins, in milliseconds. */
  readonly starts: readonly number[];
  readonly marks: readonly Mark[];
  /** The places of the moments at which another slide came. */
  readonly slides: readonly number[];
  readonly player: Player;
  /** The place of the moment that is shown. */
  readonly place: number;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly clock: number;
}

/** The slider over the time of a session, with its marks, and the buttons that move it. */
export function PlayerControls(props: Props) {
  const { moments, starts, slides, player, place, clock } = props;
  const goBy = (places: readonly number[], by: -1 | 1): void => {
    const next = nextOf(places, place, by);
    if (next !== null) player.goTo(starts[next] ?? 0);
  };
  const moves: Moves = {
    toggle: player.toggle,
    moment: (by) => goBy([...moments.keys()], by),
    slide: (by) => goBy(slides, by),
  };
  usePageKeys(moves);
  return (
    // Time runs from left to right, and so do the buttons that move it.
    <section class="replay-player ltr" aria-label="Player">
      <div class="replay-head">
        <PlayButtons player={player} isEmpty={starts.at(-1) === 0} />
        <p class="replay-clock">
          <b>{clockTime(new Date(clock), true)}</b>{' '}
          <span class="caption">{sinceLabel(moments[0]?.at ?? clock, clock)}</span>
        </p>
      </div>
      <TimeMarks {...props} />
      <MomentSlider {...props} moves={moves} />
      <StepButtons moves={moves} />
      <p class="caption replay-pause">{pauseLabel(pauseAfter(moments, place))}</p>
      <MarkLegend />
      <p class="caption" id="replay-keys">
        On the slider, arrow keys go from moment to moment, Page Up and Page Down from slide to
        slide. Space plays.
      </p>
    </section>
  );
}

/** Keys of the whole page, but for those by which it scrolls. */
function usePageKeys(moves: Moves): void {
  const latest = useRef(moves);
  latest.current = moves;
  useEffect(
    () =>
      listenForPageKeys((key) => {
        if (key === ' ') return () => latest.current.toggle();
        if (key === 'ArrowLeft') return () => latest.current.moment(-1);
        return key === 'ArrowRight' ? () => latest.current.moment(1) : undefined;
      }),
    [],
  );
}

function PlayButtons({ player, isEmpty }: { player: Player; isEmpty: boolean }) {
  return (
    <>
      <button
        type="button"
        class="button button-primary replay-play"
        disabled={isEmpty}
        onClick={player.toggle}
      >
        {player.isPlaying ? 'Pause' : 'Play'}
      </button>
      <div role="group" aria-label="Speed" class="replay-speeds">
        {speeds.map((speed) => (
          <button
            key={speed}
            type="button"
            class="button"
            aria-pressed={speed === player.speed}
            onClick={() => player.setSpeed(speed)}
          >
            {speed}×
          </button>
        ))}
      </div>
    </>
  );
}

function StepButtons({ moves }: { moves: Moves }) {
  return (
    <div class="replay-steps">
      <button type="button" class="button button-small" onClick={() => moves.slide(-1)}>
        Previous slide
      </button>
      <button type="button" class="button button-small" onClick={() => moves.moment(-1)}>
        Previous moment
      </button>
      <button type="button" class="button button-small" onClick={() => moves.moment(1)}>
        Next moment
      </button>
      <button type="button" class="button button-small" onClick={() => moves.slide(1)}>
        Next slide
      </button>
    </div>
  );
}
