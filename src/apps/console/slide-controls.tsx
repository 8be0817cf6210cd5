import { useId } from 'preact/hooks';
import { stepOn } from '../../presenting/next-action.ts';
import type { SlideRemote } from '../../presenting/slide-remote.ts';
import type { ConsoleDeck, ConsoleSnapshot } from '../../session/views.ts';
import type { ReportProblem } from './report-problem.ts';
import { nextLabel } from './next-label.ts';
import { slideName } from './slide-name.ts';
import { directionOf } from '../../lib/text-direction.ts';

interface Props {
  readonly deck: ConsoleDeck;
  readonly snapshot: ConsoleSnapshot;
  /** The present slide's index in the deck. */
  readonly index: number;
  readonly remote: SlideRemote;
  readonly report: ReportProblem;
}

/** Buttons Back and Next, with a description of Next, and a list of all slides. */
export function SlideControls({ deck, snapshot, index, remote, report }: Props) {
  const helpId = useId();
  const { ended } = snapshot;
  const isMirrored = directionOf(snapshot.lang) === 'rtl';
  const jump = (to: number): void => {
    const slide = deck.slides[to];
    if (slide !== undefined) void remote.show({ h: slide.h, v: slide.v, f: -1 }).then(report);
  };
  return (
    <div class="slide-controls" lang="en">
      <div class="slide-steps">
        <button
          type="button"
          class="button"
          disabled={ended}
          aria-disabled={remote.guard.resting.value}
          onClick={() => void remote.step('previous').then(report)}
        >
          Back
        </button>
        <button
          type="button"
          class="button button-primary"
          disabled={ended}
          aria-disabled={remote.guard.resting.value}
          aria-describedby={helpId}
          onClick={() => void remote.step('next').then(report)}
        >
          Next
        </button>
        <p id={helpId} class="next-help" role="status">
          {nextLabel(stepOn(deck, snapshot), deck, snapshot)}
        </p>
      </div>
      <label class="jump">
        <span class="caption">Go to slide</span>
        <select
          class="field"
          disabled={ended}
          value={String(index)}
          onChange={(event) => {
            jump(Number(event.currentTarget.value));
            // Give the arrow keys back to the slides.
            event.currentTarget.blur();
          }}
        >
          {deck.slides.map((slide, place) => (
            <option key={place} value={String(place)} dir="auto">
              {place + 1}. {slideName(slide, snapshot)}
              {slide.activity === null ? '' : ' (question)'}
            </option>
          ))}
        </select>
      </label>
      <p class="keys">
        Keys: <kbd>{isMirrored ? '←' : '→'}</kbd> <kbd>{isMirrored ? '→' : '←'}</kbd> or a clicker
        move the slides, here or on the stage.
      </p>
    </div>
  );
}
