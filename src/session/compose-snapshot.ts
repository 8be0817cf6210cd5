import type {
  ActivityContent,
  ActivityStatus,
  AttendeeOutline,
  AttendeeSnapshot,
} from './views.ts';

// Apart from attendee-outline.ts, which knows every activity type: this goes into the phone's page.

/** Contents of activities, by their keys. */
export type ContentsByKey = ReadonlyMap<string, ActivityContent>;

/**
 * The status of most questions of a session: open, in their first round, their tally shown to
 * nobody who has not answered. An outline leaves it out.
 */
export function usualStatus(revealed = true): ActivityStatus {
  return {
    round: 1,
    phase: 'open',
    revealed,
    tally: null,
    hidden: revealed ? 'answer-first' : 'not-revealed',
    closesAt: null,
    correctAnswer: null,
    shift: null,
  };
}

/** The snapshot of an outline. Leaves out an activity whose content is not among `known`. */
export function compose(outline: AttendeeOutline, known: ContentsByKey): AttendeeSnapshot {
  const activities = outline.activities.flatMap(({ key, ...status }) => {
    const content = known.get(key);
    return content === undefined
      ? []
      : [{ ...content, ...usualStatus(status.revealed), ...status }];
  });
  return { ...outline, activities };
}
