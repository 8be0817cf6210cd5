import { allSteps } from '../lib/all-steps.ts';
import { answeredBefore, isAsked, type SessionState } from '../session/state.ts';

/** The people of a session, and how far they answered. */
export interface People {
  /** Attendees with at least one answer that counts. */
  readonly people: number;
  /** Each question that was asked, in its present wording, and the share of all people who answered it. */
  readonly asked: readonly { readonly id: string; readonly rate: number }[];
  /** The share of these people's answers among all that they were asked for, from 0 to 1; null where there are none. */
  readonly rate: number | null;
}

/** A rate from 0 to 1 in percent; null for none. */
export function percentOf(rate: number | null): number | null {
  return rate === null ? null : Math.round(100 * rate);
}

/** Counts them at once. */
export function peopleOf(state: SessionState): People {
  return allSteps(peopleInSteps(state));
}

/** Counts them, a question at each step. */
export function* peopleInSteps(state: SessionState): Generator<undefined, People> {
  const current = [...state.activities.values()];
  const all = [...current, ...answeredBefore(state)];
  const answering = new Set<string>();
  for (const { answers } of all) {
    for (const attendee of answers.keys()) answering.add(attendee);
    yield;
  }
  const people = answering.size;
  if (people === 0) return { people, asked: [], rate: null };
  const asked = current.filter(isAsked);
  const given = asked.reduce((sum, { answers }) => sum + answers.size, 0);
  return {
    people,
    asked: asked.map(({ activity, answers }) => ({ id: activity.id, rate: answers.size / people })),
    rate: asked.length === 0 ? null : given / (people * asked.length),
  };
}
