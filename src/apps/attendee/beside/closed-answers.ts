import type { ActivityView, OwnAnswers } from '../../../session/views.ts';

type Wording = Pick<ActivityView, 'hash' | 'round'>;

/**
 * The number of closed questions that the attendee answered. They are in no outline, so these are the
 * own answers to questions that the page does not show.
 *
 * @param latest wording and round of each question when it was last shown: an answer to an earlier one
 *   counts no more
 * @param withdrawn ids of questions that were taken out of the talk
 */
export function closedAnswers(
  own: OwnAnswers,
  shown: readonly Pick<ActivityView, 'id'>[],
  latest: ReadonlyMap<string, Wording>,
  withdrawn: readonly string[] = [],
): number {
  const closed = Object.entries(own).filter(([id, { hash, round }]) => {
    const last = latest.get(id);
    const counts = last === undefined || (last.hash === hash && last.round === round);
    if (withdrawn.includes(id)) return false;
    return counts && !shown.some((activity) => activity.id === id);
  });
  return closed.length;
}
