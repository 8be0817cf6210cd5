import type { AnswerState } from '../../client/sessions/attendee-session.ts';
import { unreachable } from '../../lib/unreachable.ts';
import type { ActivityView } from '../../session/views.ts';

type AnsweredQuestion = Pick<ActivityView, 'phase' | 'hasCorrectAnswer' | 'correctAnswer'>;

/** What the phone says of an answer, and what comes next; "recorded" only when it is. */
export function answerLabel(state: AnswerState, activity: AnsweredQuestion): string {
  const open = activity.phase === 'open';
  switch (state.is) {
    case 'none':
      return open ? '' : `This question is closed.${nextNote(activity)}`;
    case 'sending':
      return 'Sending…';
    case 'kept':
      return 'Kept on this phone. It will be sent when you are back online.';
    case 'delayed':
      return `Not recorded yet: ${state.error.message} It is kept on this phone and will be sent again automatically.`;
    case 'recorded':
      return open
        ? 'Recorded. You can change it until the question closes.'
        : `Recorded.${nextNote(activity)}`;
    case 'refused':
      return `Not recorded: ${state.error.message}`;
    default:
      return unreachable(state);
  }
}

/** Between the close and what is right nobody should wonder whether that was all. */
function nextNote({ hasCorrectAnswer, correctAnswer }: AnsweredQuestion): string {
  return hasCorrectAnswer && correctAnswer === null
    ? ' The correct answer appears here when it is revealed.'
    : '';
}
