import { useRef } from 'preact/hooks';
import type { AnswerState, AttendeeSession } from '../../../client/sessions/attendee-session.ts';
import { accentClass } from '../../../lib/accents.ts';
import type { ActivityView, AttendeeSnapshot } from '../../../session/views.ts';
import { OwnText } from '../../../ui/own-text.tsx';
import { Answering } from '../question-card.tsx';
import { closedAnswers } from './closed-answers.ts';
import { earlierLabel, type EarlierState } from './earlier-label.ts';

interface Props {
  readonly session: AttendeeSession;
  readonly snapshot: AttendeeSnapshot;
  readonly questions: readonly ActivityView[];
}

/**
 * The open questions other than the present one: folded into one line, or all in a list while attendees
 * choose the order themselves. The line counts the closed ones that were answered as well.
 */
export function EarlierQuestions({ session, snapshot, questions }: Props) {
  const { here, selfPaced, ended } = snapshot;
  const closed = useClosedAnswers(session, snapshot);
  if (questions.length === 0 && (closed === 0 || selfPaced || ended)) return null;
  const list = questions.map((activity) => (
    <FoldedQuestion
      key={activity.id}
      activity={activity}
      session={session}
      unfolded={selfPaced && activity.id === here}
    />
  ));
  if (selfPaced) return <>{list}</>;
  const line = earlierLabel([
    ...Array.from({ length: closed }, () => 'answered' as const),
    ...questions.map((activity) => stateOf(activity, session)),
  ]);
  if (questions.length === 0) {
    return (
      <p class="earlier earlier-closed" lang="en">
        {line}
      </p>
    );
  }
  return (
    <details class="earlier">
      <summary lang="en">{line}</summary>
      {list}
      {closed > 0 && (
        <p class="earlier-closed" lang="en">
          {closed} more answered, and closed
        </p>
      )}
    </details>
  );
}

function useClosedAnswers(
  session: AttendeeSession,
  { activities: shown, withdrawn = [], channels = [] }: AttendeeSnapshot,
): number {
  const latest = useRef(new Map<string, ActivityView>());
  for (const activity of shown) latest.current.set(activity.id, activity);
  const others = [...withdrawn, ...channels.map(({ id }) => id)];
  return closedAnswers(session.own.value, shown, latest.current, others);
}

/** An open question; at most one of these is unfolded. */
function FoldedQuestion({
  activity,
  session,
  unfolded,
}: {
  activity: ActivityView;
  session: AttendeeSession;
  unfolded: boolean;
}) {
  const heading = `question-${activity.id}`;
  return (
    <details
      class={`folded-question ${accentClass(activity.accent)}`}
      name="folded-question"
      open={unfolded}
    >
      <summary id={heading}>
        <OwnText>{activity.question}</OwnText>{' '}
        <span lang="en">({labels[stateOf(activity, session)]})</span>
      </summary>
      <Answering activity={activity} session={session} labelledBy={heading} />
    </details>
  );
}

const labels: Readonly<Record<EarlierState, string>> = {
  answered: 'answered',
  open: 'still open',
  'not-sent': 'not sent yet',
};

function stateOf(activity: ActivityView, session: AttendeeSession): EarlierState {
  if (session.draftOf(activity) !== null) return 'not-sent';
  const is: AnswerState['is'] = session.answerTo(activity).is;
  return is === 'recorded' ? 'answered' : 'open';
}
