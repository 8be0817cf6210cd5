import type { ActivityType } from './contract.ts';
import { calculator } from './calculator/calculator.ts';
import { compare } from './compare/compare.ts';
import { guess } from './guess/guess.ts';
import { highlight } from './highlight/highlight.ts';
import { match } from './match/match.ts';
import { matrix } from './matrix/matrix.ts';
import { openText } from './open-text/open-text.ts';
import { pace } from './pace/pace.ts';
import { points } from './points/points.ts';
import { poll } from './poll/poll.ts';
import { questions } from './questions/questions.ts';
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

/** The types that are open for the whole talk and on no slide. A channel is added as they are. */
const channels = [pace, questions] as const;

// The one place where the types' own contents, answers and tallies are forgotten. It is sound
// because each activity is only ever handled by the type that its fence named, and each answer
// was accepted by that type's `check`.
const byName = new Map<string, ActivityType>(
  [...types, ...channels].map((type) => [type.type, type as unknown as ActivityType]),
);

/** The names of the types that belong on a slide, with a fence each, in the order of the registry. */
export const activityTypeNames: readonly string[] = types.map(({ type }) => type);

/** The names of the channels, in the order of the registry. */
export const channelNames: readonly string[] = channels.map(({ type }) => type);

/** A type that belongs on a slide, by its name; undefined where it is not registered. */
export function findActivityType(name: string): ActivityType | undefined {
  return activityTypeNames.includes(name) ? byName.get(name) : undefined;
}

/** An activity type, or a channel, that a compiled deck names. Throws where it is not registered. */
export function activityType(name: string): ActivityType {
  const type = byName.get(name);
  if (type === undefined) throw new Error(`No activity type is registered as "${name}"`);
  return type;
}
