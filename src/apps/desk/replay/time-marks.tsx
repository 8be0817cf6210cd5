import type { Moment } from '../../../results/replay/moment.ts';
import { clockTime } from '../../../ui/clock-time.ts';
import { markLabels } from './mark-labels.ts';
import type { Mark, MarkKind } from './marks.ts';

interface Props {
  readonly moments: readonly Moment[];
  readonly starts: readonly number[];
  readonly marks: readonly Mark[];
  readonly slides: readonly number[];
}

/** The marks that the legend explains; all others have tooltips. */
const explained: readonly MarkKind[] = ['opened', 'closed', 'revealed', 'reset'];

/**
 * The slides and the events of questions above the slider. Hidden from screen readers, which have the
 * same as buttons beside each question.
 */
export function TimeMarks({ moments, starts, marks, slides }: Props) {
  const length = starts.at(-1) ?? 0;
  const left = (place: number): string =>
    length === 0 ? '0%' : `${(100 * (starts[place] ?? 0)) / length}%`;
  return (
    <div class="replay-marks ltr" aria-hidden="true">
      {slides.map((place) => (
        <i key={place} class="replay-mark replay-mark-slide" style={{ left: left(place) }} />
      ))}
      {marks.map((mark) => (
        <i
          key={`${mark.place} ${mark.activity} ${mark.kind}`}
          class={`replay-mark replay-mark-${mark.kind}`}
          style={{ left: left(mark.place) }}
          title={markTitle(mark, moments)}
        />
      ))}
    </div>
  );
}

/** The names of the marks. */
export function MarkLegend() {
  return (
    <p class="caption replay-legend" aria-hidden="true">
      <span>
        <i class="replay-mark replay-mark-slide" /> Slide
      </span>
      {explained.map((kind) => (
        <span key={kind}>
          <i class={`replay-mark replay-mark-${kind}`} /> {markLabels[kind]}
        </span>
      ))}
    </p>
  );
}

function markTitle({ place, activity, kind }: Mark, moments: readonly Moment[]): string {
  const { at = 0, stage } = moments[place] ?? {};
  const question = stage?.activities.find(({ id }) => id === activity)?.question ?? '';
  return `${markLabels[kind]} ${clockTime(new Date(at), true)}: ${question}`;
}
