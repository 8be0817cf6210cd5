import type { QuizShown } from './quiz.ts';

/** Told to attendees who may choose several, and must not know how many. */
export const CHOOSE_ALL = 'Choose all that apply';

/** What an attendee is told of their answer. */
export function verdictLabel(right: boolean): string {
  return right ? 'Correct.' : 'Not quite.';
}

/** How many of the room are right: "In the room: 14 of 22 correct"; null where that is not shown. */
export function roomCorrectLabel(tally: QuizShown): string | null {
  if (tally === null || tally.right === null) return null;
  return `In the room: ${tally.right} of ${tally.answers} correct`;
}
