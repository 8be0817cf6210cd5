import { unreachable } from '../lib/unreachable.ts';
import type { StageActivityView } from '../session/views.ts';
import { StageView } from './stage-view.tsx';
import './activity-frame.css';

/** A question as a wall shows it, whatever its type: what is asked, how it stands, its tally. */
export function ActivityFrame({ activity }: { activity: StageActivityView }) {
  const hidden = hiddenWords(activity);
  return (
    <>
      <h2 class="activity-question">{activity.question}</h2>
      <StageView
        type={activity.type}
        question={activity.question}
        content={activity.content}
        tally={activity.tally}
      />
      <p class="activity-standing" lang="en">
        <span class={`phase phase-${activity.phase}`}>{phaseWords(activity)}</span>
        <span>
          <b>{activity.answered}</b> {activity.answered === 1 ? 'answer' : 'answers'}
        </span>
        {hidden !== '' && <span>{hidden}</span>}
      </p>
    </>
  );
}

function phaseWords({ phase }: StageActivityView): string {
  switch (phase) {
    case 'waiting':
      return 'Not open yet';
    case 'open':
      return 'Open';
    case 'closed':
      return 'Closed';
    default:
      return unreachable(phase);
  }
}

function hiddenWords({ hidden, hideBelow, answered }: StageActivityView): string {
  switch (hidden) {
    case null:
    case 'answer-first':
      return '';
    case 'not-revealed':
      return answered > 0 ? 'The results are shown when the presenter reveals them.' : '';
    case 'too-few':
      return `The results are shown from ${hideBelow} answers on.`;
    default:
      return unreachable(hidden);
  }
}
