import { slideAt } from '../deck/navigation.ts';
import type { SessionState } from './state.ts';

/**
 * Tells whether the stage shows a small QR code beside the slide: as the presenter wants it, and
 * else at the beginning of a talk that asks anything. After the end it leads to one's own page.
 */
export function isJoinCornerShown(state: SessionState): boolean {
  const { afterEnd, joinCornerWanted, isBeginning, activities } = state;
  if (afterEnd !== null) return afterEnd.cornerShown;
  return joinCornerWanted ?? (isBeginning && activities.size > 0);
}

/** true if anybody has answered a question that is not on the present slide. */
export function isAnsweredElsewhere({ deck, position, activities }: SessionState): boolean {
  const here = slideAt(deck, position)?.activity;
  return [...activities.values()].some(
    ({ activity, answers }) => activity.id !== here && answers.size > 0,
  );
}
