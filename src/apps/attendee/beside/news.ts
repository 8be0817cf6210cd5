import { roundKey } from '../../../session/round-key.ts';
import type { ActivityView, AttendeeSnapshot } from '../../../session/views.ts';

/** The parts of the page whose changes nobody sees who does not look at it. */
export interface Seen {
  readonly ended: boolean;
  /** The question that everybody answers now, in its wording and round; null for none. */
  readonly question: string | null;
  readonly hasCorrectAnswer: boolean;
  readonly hasTally: boolean;
}

export function seenOf({ ended }: AttendeeSnapshot, current: ActivityView | undefined): Seen {
  return {
    ended,
    question: current === undefined ? null : roundKey(current),
    hasCorrectAnswer: (current?.correctAnswer ?? null) !== null,
    hasTally: (current?.tally ?? null) !== null,
  };
}

/** Words on what has come to the page; '' where nothing has, or where it is announced by itself. */
export function newsOf(before: Seen, after: Seen): string {
  if (before.ended !== after.ended) {
    return after.ended ? 'The session has ended. Your page follows.' : 'The session goes on.';
  }
  if (after.question === null || after.question !== before.question) return '';
  if (after.hasCorrectAnswer && !before.hasCorrectAnswer) return 'The correct answer is revealed.';
  return after.hasTally && !before.hasTally ? 'The room’s answers follow.' : '';
}
