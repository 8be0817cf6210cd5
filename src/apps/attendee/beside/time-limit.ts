import type { ActivityView } from '../../../session/views.ts';

/** From this on, longer times are said in minutes. */
const MINUTES_FROM_SECONDS = 120;

/** The time until an open question closes; null where it has no time limit. */
export function millisecondsLeft(
  { phase, closesAt }: Pick<ActivityView, 'phase' | 'closesAt'>,
  clockOffset: number,
): number | null {
  return phase === 'open' && closesAt !== null ? closesAt - performance.now() - clockOffset : null;
}

/** "New question: Who? 30 seconds." */
export function newQuestionWords(question: string, left: number | null): string {
  const limit = left === null ? '' : limitWords(Math.round(left / 1000));
  // Else the time would be heard as a part of the question.
  const stop = limit === '' || /[\p{Po}]$/u.test(question) ? '' : '.';
  return `New question: ${question}${stop}${limit}`;
}

function limitWords(seconds: number): string {
  if (seconds <= 0) return '';
  if (seconds >= MINUTES_FROM_SECONDS) return ` ${Math.round(seconds / 60)} minutes.`;
  return ` ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`;
}
