import type { QuizShown } from './quiz.ts';

/** The note for attendees who may choose several options, and must not know how many. */
export const CHOOSE_ALL = 'Choose all that apply';

/** The label of an answer: "Correct." or "Not quite." */
export function verdictLabel(right: boolean): string {
  return right ? 'Correct.' : 'Not quite.';
}

/** The correct answers of the room: "In the room: 14 of 22 correct"; null while hidden. */
export function roomCorrectLabel(tally: QuizShown): string | null {
  if (tally === null || tally.right === null) return null;
  return `In the room: ${tally.right} of ${tally.answers} correct`;
}
