import type { Activity } from '../activities/contract.ts';
import { activityType } from '../activities/registry.ts';
import type { Json } from '../lib/json.ts';
import { countPair, noPairs } from '../lib/paired-change.ts';
import type { ShiftTally } from '../lib/shift.ts';
import type { ActivityState, SessionState } from './state.ts';

type Measured = readonly (number | null)[];

function emptyShift(items: number): ShiftTally {
  return {
    attendees: new Set(),
    items: Array.from({ length: items }, noPairs),
    moves: Array.from({ length: items }, () => Array.from({ length: items }, () => 0)),
    moved: 0,
  };
}

/**
 * Adds (`by` 1) or takes back (`by` -1) the pairs of one attendee in which the answer to a question is, in
 * place: those with the question that it asks again, and with all that ask it again.
 */
export function countPairs(state: SessionState, id: string, attendee: string, by: 1 | -1): void {
  for (const after of [id, ...askedAgain(state, id)]) {
    const tally = state.shifts.get(after);
    if (tally !== undefined) countAttendee(state, after, tally, attendee, by);
  }
}

/** The ids of the questions that ask one again, and whose shifts its answers change. */
export function askedAgain({ activities, shifts }: SessionState, id: string): string[] {
  return [...shifts.keys()].filter((after) => activities.get(after)?.activity.again === id);
}

/** Counts all shifts anew, in place: after all that changes more than one answer. */
export function recountShifts(state: SessionState): void {
  state.shifts.clear();
  for (const [id, { activity, answers }] of state.activities) {
    const { comparison } = activityType(activity.type);
    if (activity.again === undefined || comparison === undefined) continue;
    const tally = emptyShift(comparison.items(activity.content).length);
    state.shifts.set(id, tally);
    for (const attendee of answers.keys()) countAttendee(state, id, tally, attendee, 1);
  }
}

function countAttendee(
  { activities }: SessionState,
  id: string,
  tally: ShiftTally,
  attendee: string,
  by: 1 | -1,
): void {
  const after = activities.get(id);
  const pair = after === undefined ? null : measuredPair(activities, after, attendee);
  if (pair !== null) countMeasured(tally, pair, attendee, by);
}

/** An attendee's numbers before and after; null where one of the answers is not there. */
export function measuredPair(
  activities: SessionState['activities'],
  after: ActivityState,
  attendee: string,
): readonly [Measured, Measured] | null {
  const { activity } = after;
  const { comparison } = activityType(activity.type);
  const before = activities.get(activity.again ?? '');
  const given = after.answers.get(attendee);
  const earlier = before?.answers.get(attendee);
  if (comparison === undefined || given === undefined || earlier === undefined) return null;
  if (!haveSameOptions(activity, before?.activity)) return null;
  const measure = (answer: Json) => comparison.measure(activity.content, answer);
  return [measure(earlier.answer), measure(given.answer)];
}

/** false where one of two questions has taken other options from the room since. */
function haveSameOptions(one: Activity, other: Activity | undefined): boolean {
  const [taken, others] = [one, other].map((asked) =>
    asked?.optionsFrom?.taken?.options.join('\n'),
  );
  return taken === others;
}

/** Adds or takes back one attendee's numbers, in place. */
export function countMeasured(
  tally: ShiftTally,
  [before, after]: readonly [Measured, Measured],
  attendee: string,
  by: 1 | -1,
): void {
  if (by === 1) tally.attendees.add(attendee);
  else tally.attendees.delete(attendee);
  for (const [index, sums] of tally.items.entries()) {
    const [one, other] = [before[index] ?? null, after[index] ?? null];
    if (one !== null && other !== null) countPair(sums, one, other, by);
  }
  const row = tally.moves[onlyChoice(before)];
  const to = onlyChoice(after);
  if (row === undefined || to === -1) return;
  row[to] = (row[to] ?? 0) + by;
  tally.moved += by;
}

/** The index of the only item that was chosen; -1 where it is none or several. */
function onlyChoice(chosen: Measured): number {
  const first = chosen.indexOf(1);
  return chosen.lastIndexOf(1) === first ? first : -1;
}
