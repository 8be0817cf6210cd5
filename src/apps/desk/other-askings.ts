import type { ResultActivity } from '../../session/results.ts';

type Asked = Pick<ResultActivity, 'id' | 'round' | 'status' | 'again' | 'question'>;

/** A question that asks the same as another one. */
export interface OtherAsking<Activity extends Asked> {
  readonly words: 'Asked before' | 'Asked again';
  readonly activity: Activity;
}

/** The question that `activity` asks again, and those that ask it again, as they count now. */
export function otherAskings<Activity extends Asked>(
  activity: Asked,
  asked: readonly Activity[],
): OtherAsking<Activity>[] {
  if (activity.status !== 'current') return [];
  return asked.flatMap((other): OtherAsking<Activity>[] => {
    if (other.status !== 'current') return [];
    if (other.id === activity.again) return [{ words: 'Asked before', activity: other }];
    return other.again === activity.id ? [{ words: 'Asked again', activity: other }] : [];
  });
}
