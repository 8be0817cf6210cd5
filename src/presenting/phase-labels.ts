import './phase.css';
import type { Phase } from '../session/state.ts';
import type { StageSnapshot } from '../session/views.ts';

/** Labels of the phases; the class `phase` puts a mark before them. */
export const phaseLabels: Readonly<Record<Phase, string>> = {
  waiting: 'Not open yet',
  open: 'Open',
  closed: 'Closed',
};

/** true for a question that the session's end has left unopened: nothing opens it any more. */
export function isNeverAsked(
  { phase }: { readonly phase: Phase },
  { ended }: Pick<StageSnapshot, 'ended'>,
): boolean {
  return ended && phase === 'waiting';
}
