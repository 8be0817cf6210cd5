import { actionLabel } from '../../presenting/action-label.ts';
import { nextAction } from '../../presenting/next-action.ts';
import { restOf } from '../../presenting/press-guard.ts';
import { QuestionStatus } from '../../presenting/question-status.tsx';
import type { RemoteActivityView } from '../../session/remote-views.ts';
import type { RemoteProps } from './remote-props.ts';

/** The state of the slide's question, and a button for its next action. */
export function QuestionStep({
  activity,
  session,
  remote,
  report,
}: RemoteProps & { readonly activity: RemoteActivityView }) {
  const action = nextAction(activity);
  const rest = restOf(remote.guard, session.status.value.is !== 'online');
  const act = (): void => {
    if (action === null || !remote.guard.press()) return;
    void session.control(`activity:${action}`, { activity: activity.id }).then(report);
  };
  return (
    <section class="remote-question" aria-label="The question on this slide">
      <p>
        <QuestionStatus activity={activity} session={session} />
      </p>
      {action !== null && (
        <button type="button" class="button" {...rest} onClick={act}>
          {actionLabel(action, activity)}
        </button>
      )}
    </section>
  );
}
