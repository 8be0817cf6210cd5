import type { Moment } from '../../../results/replay/moment.ts';
import type { StageActivityView } from '../../../session/views.ts';

/**
 * Every question that a session had at any of its moments, each in its last wording: in the order of the last
 * moment, and behind these those that were gone by then.
 */
export function allQuestions(moments: readonly Moment[]): StageActivityView[] {
  const found = new Map<string, StageActivityView>();
  for (const { stage } of moments.toReversed()) {
    for (const view of stage.activities) if (!found.has(view.id)) found.set(view.id, view);
  }
  return [...found.values()];
}
