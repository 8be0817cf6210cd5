import { unreachable } from '../lib/unreachable.ts';
import type { StageActivityView } from '../session/views.ts';
import { hasHiddenResults, type PresenterAction } from './next-action.ts';

/** The label of the button for an action. */
export function actionLabel(
  action: PresenterAction,
  activity: Pick<StageActivityView, 'phase' | 'revealed' | 'hasCorrectAnswer' | 'answered'>,
): string {
  switch (action) {
    case 'open':
      return activity.phase === 'closed' ? 'Open again' : 'Open';
    case 'close':
      return activity.hasCorrectAnswer && hasHiddenResults(activity)
        ? 'Close and reveal results'
        : 'Close';
    case 'reveal':
      return 'Reveal results';
    case 'hide':
      return 'Hide results';
    case 'reveal-answer':
      return 'Reveal correct answer';
    case 'hide-answer':
      return 'Hide correct answer';
    case 'reset':
      return 'Reset';
    default:
      return unreachable(action);
  }
}
