import { actionLabel } from '../../presenting/action-label.ts';
import { nextAction } from '../../presenting/next-action.ts';
import { phaseLabels } from '../../presenting/phase-labels.ts';
import type { RemoteActivityView } from '../../session/views.ts';
import { Countdown } from '../../ui/countdown.tsx';
import type { RemoteProps } from './remote-props.ts';

/** The state of the slide's question, and a button for its next action. */
export function QuestionStep({
  activity,
  session,
  remote,
  report,
}: RemoteProps & { readonly activity: RemoteActivityView }) {
  const { id, phase, answered, closesAt } = activity;
  const action = nextAction(activity);
  const isIdle = remote.guard.resting.value || session.status.value.is !== 'online';
  const act = (): void => {
    if (action === null || !remote.guard.press()) return;
    void session.control(`activity:${action}`, { activity: id }).then(report);
  };
  return (
    <section class="remote-question" aria-label="The question on this slide">
      <p>
        <b class={`phase phase-${phase}`}>{phaseLabels[phase]}</b>{' '}
        <span>
          <b>{answered}</b> of {Math.max(session.online.value, answered)} answered
        </span>
        {closesAt !== null && (
          <span>
            <Countdown closesAt={closesAt} clockOffset={session.clockOffset.value} /> left
          </span>
        )}
      </p>
      {action !== null && (
        <button type="button" class="button" aria-disabled={isIdle} onClick={act}>
          {actionLabel(action, activity)}
        </button>
      )}
    </section>
  );
}
