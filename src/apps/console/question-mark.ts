import type { ConsoleActivityView } from '../../session/views.ts';

type Question = Pick<
  ConsoleActivityView,
  'phase' | 'revealed' | 'hasCorrectAnswer' | 'correctAnswer' | 'answered'
>;

/** The word for how far the talk has come with a question, for the overview. */
export function questionMark(question: Question, ended: boolean): string {
  const { phase, revealed, hasCorrectAnswer, correctAnswer, answered } = question;
  if (phase === 'waiting') return ended ? 'Not asked' : 'To come';
  if (phase === 'open') return 'Open';
  if (correctAnswer !== null || (revealed && !hasCorrectAnswer && answered > 0)) return 'Revealed';
  return answered > 0 ? 'Answered' : 'Closed, no answers';
}
