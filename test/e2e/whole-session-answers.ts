import type { Activity } from '../../src/activities/contract.ts';
import type { QuizContent } from '../../src/activities/quiz/quiz.ts';
import type { Json } from '../../src/lib/json.ts';
import { deck } from '../module/pioneers-deck.ts';
import type { RatingAnswer, RatingContent } from '../../src/activities/rating/content.ts';
import { answerTo } from '../../server/cli/rehearse/behaviour.ts';

export const checks = deck.activities.filter(({ type }) => type === 'quiz');
export const maturity = questionOf('maturity');

/** The answers of one attendee, by the question's id. */
export type Given = ReadonlyMap<string, Json>;

/** The next step of an attendee, by their own ratings. */
export interface Standing {
  readonly level: number;
  /** The labels of all rows with the lowest level. */
  readonly lowest: readonly string[];
  /** For the first three of these, what comes next. */
  readonly steps: readonly { readonly label: string; readonly step: string }[];
}

export function questionOf(id: string): Activity {
  const found = deck.activities.find((activity) => activity.id === id);
  if (found === undefined) throw new Error(`The module does not ask "${id}"`);
  return found;
}

/** The answer of an attendee to a question of the module. The nth knows the answer to n + 1 of its checks. */
export function answerOf(activity: Activity, attendee: number): Json {
  const check = checks.indexOf(activity);
  if (check !== -1) {
    const { right, options } = keyOf(activity);
    return { choices: check <= attendee ? right : [((right[0] ?? 0) + 1) % options.length] };
  }
  if (activity.id === 'step') return { choice: null, text: stepOf(attendee) };
  return answerTo(activity, attendee);
}

/** The correct answer of a knowledge check, by the deck. */
export function keyOf(check: Activity): QuizContent {
  // Sound: a check is a quiz.
  return check.content as QuizContent;
}

/** The step that an attendee takes: the first that their phone offers. No two write the same. */
export function stepOf(attendee: number): string {
  const [first] = standingOf(attendee).steps;
  return `${first?.step ?? ''} (phone ${attendee})`;
}

export function standingOf(attendee: number): Standing {
  // Sound: "maturity" is a rating.
  const { rows, from } = maturity.content as RatingContent;
  const { ratings } = answerOf(maturity, attendee) as RatingAnswer;
  const level = Math.min(...ratings.filter((rating) => typeof rating === 'number'));
  const lowest = rows.filter((_, row) => ratings[row] === level);
  return {
    level,
    lowest: lowest.map(({ label }) => label),
    steps: lowest
      .slice(0, 3)
      .map(({ label, steps }) => ({ label, step: steps[level - from] ?? '' })),
  };
}
