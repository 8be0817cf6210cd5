import type { Activity } from '../activities/contract.ts';

/** The least threshold for every deck; `hide-below` may raise it. */
const LEAST_THRESHOLD = 5;

/** The people below whom a table or a comparison of these questions has no figures. */
export function thresholdOf(...activities: readonly Pick<Activity, 'settings'>[]): number {
  return Math.max(LEAST_THRESHOLD, ...activities.map(({ settings }) => settings.minAnswers));
}
