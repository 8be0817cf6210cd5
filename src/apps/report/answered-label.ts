import { count } from '../../lib/count.ts';
import type { Report, ReportedQuestion } from '../../results/report-of.ts';
import { formatAnswerCount } from '../../ui/format-answer-count.ts';

/** "9 of 15 people"; of a wording that is gone nobody knows who was asked. */
export function answeredLabel(
  { answered, isEarlierWording }: ReportedQuestion,
  { people }: Pick<Report, 'people'>,
): string {
  if (isEarlierWording) return `${formatAnswerCount(answered)} · earlier wording`;
  // One who only asks or signals in a channel has answered no question.
  if (answered > people) return count(answered, 'person', 'people');
  return `${answered} of ${count(people, 'person', 'people')}`;
}
