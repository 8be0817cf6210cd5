import { activityType } from '../activities/registry.ts';
import type { ActivityState } from './state.ts';

/** false for a channel whose tally the presenter alone sees. */
export function isForRoom({ activity }: Pick<ActivityState, 'activity'>): boolean {
  return activityType(activity.type).channel?.audience !== 'presenter';
}
