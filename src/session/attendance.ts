import type { SessionState } from './state.ts';

/** The numbers of a session's people and answers. */
export interface Attendance {
  /** Attendees who have answered a question. */
  readonly people: number;
  /** Questions that they have answered, counted once for each attendee and question. */
  readonly answers: number;
}

/** Counts all who have ever answered: a question that was reset since counts as well. */
export function attendanceOf({ activities, superseded }: SessionState): Attendance {
  const people = new Set<string>();
  const answers = new Set<string>();
  for (const { activity, receipts } of [...activities.values(), ...superseded]) {
    for (const attendee of receipts.keys()) {
      people.add(attendee);
      answers.add(`${attendee}/${activity.id}`);
    }
  }
  return { people: people.size, answers: answers.size };
}
