import { count } from '../lib/count.ts';
import { formatAnswerCount } from './format-answer-count.ts';

/**
 * "9 of 15 people"; "9 answers · earlier wording" where `people` is null, for nobody knows who was asked in
 * other words.
 */
export function answeredLabel(answered: number, people: number | null): string {
  if (people === null) return `${formatAnswerCount(answered)} · earlier wording`;
  // One who only asks or signals in a channel has answered no question.
  if (answered > people) return count(answered, 'person', 'people');
  return `${answered} of ${count(people, 'person', 'people')}`;
}
