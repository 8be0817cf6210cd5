import { unreachable } from '../lib/unreachable.ts';
import type { StageActivityView } from '../session/views.ts';
import { ShiftChart } from '../ui/charts/shift-chart.tsx';
import { questionLength } from './question-length.ts';
import { StageView } from './stage-view.tsx';
import './activity-frame.css';
import { OwnText } from '../ui/own-text.tsx';

/** A question of any type on its slide: its wording, and its tally or the reason for hiding it. */
export function ActivityFrame({ activity }: { activity: StageActivityView }) {
  const hidden = hiddenLabel(activity);
  return (
    <>
      <h2 class="activity-question" data-length={questionLength(activity.question)}>
        <OwnText>{activity.question}</OwnText>
      </h2>
      <Answers activity={activity} />
      {hidden !== '' && (
        <p class="activity-hidden" lang="en">
          {hidden}
        </p>
      )}
    </>
  );
}

/** The shift of a question that is asked again, else its tally. */
function Answers({ activity }: { activity: StageActivityView }) {
  const { type, question, content, tally, correctAnswer, shift, awaits } = activity;
  if (awaits !== undefined) {
    return (
      <p class="activity-hidden" lang="en">
        You write the options
        {awaits.question !== undefined && (
          <>
            , for “<OwnText>{awaits.question}</OwnText>”
          </>
        )}
        . They appear when the question opens.
      </p>
    );
  }
  // What is right is marked among the answers: from then on they are shown as they are.
  if (shift !== null && correctAnswer === null) return <ShiftChart {...{ question, shift }} />;
  return <StageView {...{ type, question, content, tally, correctAnswer }} />;
}

function hiddenLabel(activity: StageActivityView): string {
  const { hidden, minAnswers, answered, hasCorrectAnswer, phase } = activity;
  switch (hidden) {
    case null:
    case 'answer-first':
      return '';
    case 'not-revealed':
      if (hasCorrectAnswer && phase === 'open') return 'Results appear when the question closes.';
      return answered > 0 ? 'Results appear when the presenter reveals them.' : '';
    case 'too-few':
      return minAnswers === 1 ? '' : `Results appear once ${minAnswers} people have answered.`;
    case 'fault':
      return 'The results cannot be shown at the moment.';
    default:
      return unreachable(hidden);
  }
}
