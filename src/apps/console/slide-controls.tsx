import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { stepOn } from '../../presenting/next-action.ts';
import { restOf } from '../../presenting/press-guard.ts';
import { secondPressLabel, type SlideRemote } from '../../presenting/slide-remote.ts';
import type { ConsoleDeck, ConsoleSnapshot } from '../../session/views.ts';
import type { ReportProblem } from './report-problem.ts';
import { nextLabel } from '../../presenting/next-label.ts';
import { StepNotice } from '../../presenting/step-notice.tsx';
import type { Undoing } from '../../presenting/undoing.ts';

interface Props {
  readonly deck: ConsoleDeck;
  readonly snapshot: ConsoleSnapshot;
  readonly remote: SlideRemote;
  readonly undoing: Undoing;
  readonly report: ReportProblem;
  /** A notice beneath the description of Next. */
  readonly children: ComponentChildren;
}

/** Buttons Back and Next, with a description of Next, and the latest step; on a phone at the foot of the screen. */
export function SlideControls({ deck, snapshot, remote, undoing, report, children }: Props) {
  const helpId = useId();
  const asked = remote.toEnds.asked.value;
  return (
    <div class="slide-steps" lang="en">
      <button
        type="button"
        class="button"
        {...restOf(remote.guard)}
        onClick={() => void remote.step('previous').then(report)}
      >
        Back
      </button>
      <button
        type="button"
        class="button button-primary"
        {...restOf(remote.guard)}
        aria-describedby={helpId}
        onClick={() => void remote.step('next').then(report)}
      >
        Next
      </button>
      <div class="next-help">
        <p id={helpId} role="status" hidden={asked !== null}>
          {nextLabel(stepOn(deck, snapshot), deck, snapshot)}
        </p>
        <p class="next-notice" role="status">
          {secondPressLabel(asked)}
        </p>
        {children}
      </div>
      <StepNotice {...{ deck, snapshot, undoing, report }} />
    </div>
  );
}
