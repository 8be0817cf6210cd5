import { slideIndex } from '../../../deck/navigation.ts';
import { slideName } from '../../../presenting/slide-name.ts';
import { coverOf } from '../../../presenting/stage-cover.tsx';
import type { Moment } from '../../../results/replay/moment.ts';
import { clockTime } from '../../../ui/clock-time.ts';
import type { Moves } from './moves.ts';
import type { Player } from './use-player.ts';

interface Props {
  readonly moments: readonly Moment[];
  readonly starts: readonly number[];
  readonly player: Player;
  readonly place: number;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly clock: number;
  readonly moves: Moves;
}

/** The slider over the playing time. A screen reader hears the time of day and the slide. */
export function MomentSlider({ moments, starts, player, place, clock, moves }: Props) {
  const moment = moments[place];
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey, repeat } = event;
    const move = moveOf(key, moves);
    if (ctrlKey || metaKey || altKey || move === null) return;
    event.preventDefault();
    if (key !== ' ' || !repeat) move();
  };
  // While it plays, a text that changes ten times a second would be read without an end.
  const words = player.isPlaying || moment === undefined ? 'Playing' : momentLabel(moment, clock);
  return (
    <input
      type="range"
      class="replay-slider ltr"
      aria-label="Time"
      aria-valuetext={words}
      aria-describedby="replay-keys"
      min={0}
      max={starts.at(-1) ?? 0}
      step="any"
      value={player.time}
      onInput={({ currentTarget }) => player.goTo(Number(currentTarget.value))}
      onKeyDown={onKeyDown}
    />
  );
}

function moveOf(key: string, moves: Moves): (() => void) | null {
  switch (key) {
    case ' ':
      return moves.toggle;
    case 'ArrowLeft':
    case 'ArrowDown':
      return () => moves.moment(-1);
    case 'ArrowRight':
    case 'ArrowUp':
      return () => moves.moment(1);
    case 'PageUp':
      return () => moves.slide(-1);
    case 'PageDown':
      return () => moves.slide(1);
    default:
      return null;
  }
}

/** "14:23:05, slide 7: How far are you?"; "14:20:00, join screen". */
function momentLabel({ deck, stage }: Moment, clock: number): string {
  const time = clockTime(new Date(clock), true);
  const index = slideIndex(deck, stage.position);
  const slide = deck.slides[index];
  const cover = stage.blanked ? 'blank stage' : coverOf(stage, slide);
  if (slide === undefined || cover !== null) return `${time}, ${cover ?? ''}`;
  return `${time}, slide ${index + 1}: ${slideName(slide, stage)}`;
}
