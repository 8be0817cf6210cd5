import type { ActivityView, AttendeeSnapshot, TallyView } from '../../session/views.ts';

interface WithActivities<View> {
  readonly activities: readonly View[];
  readonly channels?: readonly View[];
}

/** Replaces the view of one activity, or channel, in a snapshot. */
export function patchActivity<
  View extends { readonly id: string },
  Snapshot extends WithActivities<View>,
>(snapshot: Snapshot, changed: View): Snapshot {
  const replaced = (views: readonly View[]): View[] =>
    views.map((view) => (view.id === changed.id ? changed : view));
  const { activities, channels } = snapshot;
  return {
    ...snapshot,
    activities: replaced(activities),
    ...(channels === undefined ? {} : { channels: replaced(channels) }),
  };
}

/** Replaces the tally of one activity in a snapshot. */
export function patchTally(
  snapshot: AttendeeSnapshot,
  { id, tally, hidden, shift }: TallyView,
): AttendeeSnapshot {
  const activities = snapshot.activities.map((activity) =>
    activity.id === id
      ? { ...activity, tally, hidden: hidden ?? null, shift: shift ?? null }
      : activity,
  );
  return { ...snapshot, activities };
}

/**
 * Copies tallies from the previous snapshot, because the server sends a tally only when it changes, not
 * with every slide.
 */
export function keepTallies(
  snapshot: AttendeeSnapshot,
  before: AttendeeSnapshot | null,
): AttendeeSnapshot {
  const activities = snapshot.activities.map((activity) => {
    const known = before?.activities.find((one) => isSameTally(one, activity));
    return known === undefined
      ? activity
      : { ...activity, tally: known.tally, hidden: known.hidden, shift: known.shift };
  });
  return { ...snapshot, activities };
}

function isSameTally(before: ActivityView, now: ActivityView): boolean {
  const isSameQuestion = before.hash === now.hash && before.round === now.round;
  const isShown = now.phase === 'open' && before.phase === 'open' && now.revealed;
  return before.id === now.id && isSameQuestion && isShown && before.revealed;
}
