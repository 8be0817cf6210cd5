import type { ActivityView, OwnAnswers } from '../../../session/views.ts';

type Wording = Pick<ActivityView, 'hash' | 'round'>;

/**
 * The number of closed questions that the attendee answered. They are in no outline, so these are the
 * own answers to questions that the page does not show.
 *
 * @param latest wording and round of each question when it was last shown: an answer to an earlier one
 *   counts no more
 * @param others ids of what does not count: questions that were taken out of the talk, and channels
 */
export function closedAnswers(
  own: OwnAnswers,
  shown: readonly Pick<ActivityView, 'id'>[],
  latest: ReadonlyMap<string, Wording>,
  others: readonly string[] = [],
): number {
  const closed = Object.entries(own).filter(([id, { hash, round }]) => {
    const last = latest.get(id);
    const counts = last === undefined || (last.hash === hash && last.round === round);
    if (others.includes(id)) return false;
    return counts && !shown.some((activity) => activity.id === id);
  });
  return closed.length;
}
