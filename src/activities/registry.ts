import type { ActivityType } from './contract.ts';
import { calculator } from './calculator/calculator.ts';
import { compare } from './compare/compare.ts';
import { guess } from './guess/guess.ts';
import { highlight } from './highlight/highlight.ts';
import { match } from './match/match.ts';
import { matrix } from './matrix/matrix.ts';
import { openText } from './open-text/open-text.ts';
import { points } from './points/points.ts';
import { poll } from './poll/poll.ts';
import { quiz } from './quiz/quiz.ts';
import { ranking } from './ranking/ranking.ts';
import { rating } from './rating/rating.ts';
import { wordCloud } from './word-cloud/word-cloud.ts';

/**
 * All activity types. To add one, make its folder and add its line. Its views are found by the names of their
 * files: `NAME.phone.tsx`, `NAME.stage.tsx` and, if it has one, `NAME.take-home.tsx`.
 */
const types = [
  poll,
  rating,
  match,
  quiz,
  openText,
  guess,
  calculator,
  ranking,
  points,
  highlight,
  wordCloud,
  compare,
  matrix,
] as const;

// The one place where the types' own contents, answers and tallies are forgotten. It is sound
// because each activity is only ever handled by the type that its fence named, and each answer
// was accepted by that type's `check`.
const byName = new Map<string, ActivityType>(
  types.map((type) => [type.type, type as unknown as ActivityType]),
);

/** The names of all activity types, in the order of the registry. */
export const activityTypeNames: readonly string[] = [...byName.keys()];

/** An activity type by its name; undefined where it is not registered. */
export function findActivityType(name: string): ActivityType | undefined {
  return byName.get(name);
}

/** An activity type that a compiled deck names. Throws where it is not registered. */
export function activityType(name: string): ActivityType {
  const type = byName.get(name);
  if (type === undefined) throw new Error(`No activity type is registered as "${name}"`);
  return type;
}
