import type { AnswerState } from '../../client/sessions/attendee-session.ts';
import type { Json } from '../../lib/json.ts';
import { unreachable } from '../../lib/unreachable.ts';
import type { ActivityView } from '../../session/views.ts';

type AnsweredQuestion = Pick<ActivityView, 'phase' | 'hasCorrectAnswer' | 'correctAnswer'>;

/** A draft that differs from the given answer; `obstacle` says what keeps it from being sent. */
export interface Unsent {
  readonly obstacle: string | null;
}

/**
 * The one state of a question as the attendee reads it, and what comes next; "Recorded" only after a
 * receipt, and only as long as the screen shows what is recorded.
 */
export function answerLabel(
  state: AnswerState,
  activity: AnsweredQuestion,
  unsent: Unsent | null = null,
): string {
  const open = activity.phase === 'open';
  if (open && unsent !== null) return unsentLabel(state, unsent);
  switch (state.is) {
    case 'none':
      return `${noneLabel(open, unsent)}${open ? '' : nextNote(activity)}`;
    case 'sending':
      return 'Sending…';
    case 'kept':
      return 'Kept on this phone. It will be sent when you are back online.';
    case 'delayed':
      return `Not recorded yet: ${state.error.message} It is kept on this phone and will be sent again automatically.`;
    case 'recorded':
      if (open) return `${partsLabel(state.answer) ?? 'Recorded.'} You can still change it.`;
      return `Closed. ${partsLabel(state.answer) ?? 'Your answer is recorded.'}${unsent === null ? '' : ' Your later changes were not sent.'}${nextNote(activity)}`;
    case 'refused':
      return `Not recorded: ${state.error.message}`;
    default:
      return unreachable(state);
  }
}

/** "1 of 6 recorded." while a list in the answer has null for what is not answered yet; else null. */
function partsLabel(answer: Json): string | null {
  const parts: unknown[] = Object.values(answer ?? {});
  for (const part of parts) {
    if (!Array.isArray(part)) continue;
    const list: unknown[] = part;
    const answered = list.filter((item) => item !== null).length;
    if (answered < list.length) return `${answered} of ${list.length} recorded.`;
  }
  return null;
}

function noneLabel(open: boolean, unsent: Unsent | null): string {
  if (open) return '';
  return `Closed. ${unsent === null ? 'You did not answer.' : 'Your answer was not sent.'}`;
}

/** A draft comes first; the answer given before it still counts. */
function unsentLabel(state: AnswerState, { obstacle }: Unsent): string {
  if (state.is === 'refused') return `Not recorded: ${state.error.message}`;
  const next = obstacle ?? 'Not sent yet.';
  if (state.is === 'none') return next;
  return `${next} Your earlier answer is ${state.is === 'recorded' ? '' : 'not yet '}recorded.`;
}

/** Announces the correct answer while a closed question waits for it. */
function nextNote({ hasCorrectAnswer, correctAnswer }: AnsweredQuestion): string {
  return hasCorrectAnswer && correctAnswer === null
    ? ' The correct answer appears here when it is revealed.'
    : '';
}
