import type { AnswerState } from '../../client/sessions/attendee-session.ts';
import { unreachable } from '../../lib/unreachable.ts';
import type { ActivityView } from '../../session/views.ts';

type AnsweredQuestion = Pick<ActivityView, 'phase' | 'hasCorrectAnswer' | 'correctAnswer'>;

/** The state of an answer as the attendee reads it, and what comes next; "Recorded" only after a receipt. */
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

/** Announces the correct answer while a closed question waits for it. */
function nextNote({ hasCorrectAnswer, correctAnswer }: AnsweredQuestion): string {
  return hasCorrectAnswer && correctAnswer === null
    ? ' The correct answer appears here when it is revealed.'
    : '';
}
