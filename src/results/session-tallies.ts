import { resultTallies, type ResultTallies } from '../session/results.ts';
import type { SessionState } from '../session/state.ts';
import { peopleInSteps, percentOf } from './people.ts';

/** The tallies of a session, and how many answered: all that a page of results shows, at any size of the room. */
export interface SessionTallies extends ResultTallies {
  /** Attendees with at least one answer that counts. */
  readonly people: number;
  /** Their answers among all that they were asked for, in percent; null where there are none. */
  readonly rate: number | null;
}

/** Counts them in steps, each of which takes some milliseconds for a full hall. */
export function* sessionTallies(state: SessionState): Generator<undefined, SessionTallies> {
  yield;
  const { people, rate } = yield* peopleInSteps(state);
  yield;
  return { ...resultTallies(state), people, rate: percentOf(rate) };
}
