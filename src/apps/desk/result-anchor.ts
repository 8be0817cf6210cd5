import type { ResultActivity } from '../../session/results.ts';

/** The id of a question's place on the page: a deck's own ids may be those of other elements. */
export function resultAnchor({ id, round }: Pick<ResultActivity, 'id' | 'round'>): string {
  return `question-${id}-${round}`;
}
