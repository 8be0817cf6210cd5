import type { Results } from '../../session/results.ts';

/** The people of a session, and the share of their questions that they answered. */
export interface Response {
  /** Attendees with at least one answer that counts. */
  readonly people: number;
  /** The questions that were asked, in their present wording. */
  readonly asked: number;
  /** The answers among all that these people could have given, in percent; null where there are none. */
  readonly rate: number | null;
}

export function responseOf({ activities, rows }: Pick<Results, 'activities' | 'rows'>): Response {
  const attendees = rows.map(({ attendee }) => attendee).filter((attendee) => attendee !== '');
  const people = new Set(attendees).size;
  const asked = activities.filter((one) => one.asked && one.status === 'current' && !one.channel);
  const answers = asked.reduce((sum, { answered }) => sum + answered, 0);
  const possible = people * asked.length;
  const rate = possible === 0 ? null : Math.round((100 * answers) / possible);
  return { people, asked: asked.length, rate };
}
