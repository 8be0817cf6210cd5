import type { ConsoleActivityView } from '../../session/views.ts';

type Visibility = Pick<
  ConsoleActivityView,
  'phase' | 'revealed' | 'correctAnswer' | 'hidden' | 'answered' | 'minAnswers'
>;

/** The words for what the room sees of a question's answers. */
export function visibilityLabel(activity: Visibility): string {
  const { phase, revealed, correctAnswer, hidden, answered, minAnswers } = activity;
  if (correctAnswer !== null) return 'Correct answer revealed';
  if (!revealed) return 'Results hidden';
  if (hidden !== 'too-few' || answered >= minAnswers) return 'Results revealed';
  if (phase === 'closed') return answered === 0 ? 'Nobody has answered' : 'Too few answers to show';
  return minAnswers === 1
    ? 'Results appear with the first answer'
    : `Results appear once ${minAnswers} have answered`;
}
