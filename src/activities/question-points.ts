import type { Activity, ActivityType } from './contract.ts';
import type { FenceReader } from './fence-reader.ts';
import type { Json } from '../lib/json.ts';
import { activityType } from './registry.ts';

/** The points for a right answer where its author says nothing. */
const USUAL_POINTS = 100;
const MOST_POINTS = 1000;

/** Reads `points: N` of a question that can be right; nothing for the usual points, and where it gives none. */
export function readPoints(
  fence: FenceReader,
  type: ActivityType,
  content: Json,
): Pick<Activity, 'points'> {
  if (type.score === undefined) return {};
  const points = fence.integer('points', 0, MOST_POINTS, null);
  if (points === null || points === USUAL_POINTS) return {};
  if (type.correctAnswer(content) !== null) return { points };
  fence.problem(['points'], '"points" needs a correct answer: nothing is right here');
  return {};
}

/** The points for a right answer to a question; 0 where it gives none. */
export function pointsOf({ type: name, content, points = USUAL_POINTS }: Activity): number {
  const type = activityType(name);
  return type.score === undefined || type.correctAnswer(content) === null ? 0 : points;
}
