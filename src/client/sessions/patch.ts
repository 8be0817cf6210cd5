import type { AttendeeSnapshot, TallyView } from '../../session/views.ts';

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
