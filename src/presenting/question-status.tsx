import type { ReadonlySignal } from '@preact/signals';
import type { RemoteActivityView } from '../session/remote-views.ts';
import { Countdown } from '../ui/countdown.tsx';
import { phaseLabels } from './phase-labels.ts';

interface Props {
  readonly activity: Pick<RemoteActivityView, 'phase' | 'answered' | 'closesAt'>;
  readonly session: {
    readonly online: ReadonlySignal<number>;
    readonly clockOffset: ReadonlySignal<number>;
  };
}

/** The phase of a question, how many have answered it, and the time that is left. */
export function QuestionStatus({ activity, session }: Props) {
  const { phase, answered, closesAt } = activity;
  return (
    <>
      <b class={`phase phase-${phase}`}>{phaseLabels[phase]}</b>{' '}
      <span>
        <b>{answered}</b> of {Math.max(session.online.value, answered)} answered
      </span>
      {closesAt !== null && (
        <span>
          <Countdown closesAt={closesAt} clockOffset={session.clockOffset.value} /> left
        </span>
      )}
    </>
  );
}
