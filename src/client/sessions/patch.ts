import type { ActivityView, AttendeeSnapshot, TallyView } from '../../session/views.ts';

interface Asking<View> {
  readonly activities: readonly View[];
}

/** The snapshot with one activity's newer view in the place of its older. */
export function patchActivity<View extends { readonly id: string }, Snapshot extends Asking<View>>(
  snapshot: Snapshot,
  changed: View,
): Snapshot {
  const activities = snapshot.activities.map((activity) =>
    activity.id === changed.id ? changed : activity,
  );
  return { ...snapshot, activities };
}

/** The snapshot with one question's newer tally. */
export function patchTally(
  snapshot: AttendeeSnapshot,
  { id, tally, hidden }: TallyView,
): AttendeeSnapshot {
  const activities = snapshot.activities.map((activity) =>
    activity.id === id ? { ...activity, tally, hidden: hidden ?? null } : activity,
  );
  return { ...snapshot, activities };
}

/**
 * The snapshot with the tallies that the one before it had. The server sends a tally when it
 * changes, and not again with every slide.
 */
export function keepTallies(
  snapshot: AttendeeSnapshot,
  before: AttendeeSnapshot | null,
): AttendeeSnapshot {
  const activities = snapshot.activities.map((activity) => {
    const known = before?.activities.find((one) => isSameTally(one, activity));
    return known === undefined
      ? activity
      : { ...activity, tally: known.tally, hidden: known.hidden };
  });
  return { ...snapshot, activities };
}

function isSameTally(before: ActivityView, now: ActivityView): boolean {
  const isSameQuestion = before.hash === now.hash && before.round === now.round;
  const isShown = now.phase === 'open' && before.phase === 'open' && now.revealed;
  return before.id === now.id && isSameQuestion && isShown && before.revealed;
}
