import { activityType } from '../activities/registry.ts';
import { changeOfMean, changeOfShare, type Change, type PairSums } from '../lib/paired-change.ts';
import type { ItemShift, Shift, ShiftTally } from '../lib/shift.ts';
import { countMeasured, measuredPair } from './shift-tally.ts';
import type { ActivityState, SessionState } from './state.ts';

/** The parts of a session that a shift needs. */
export type Asked = Pick<SessionState, 'activities' | 'shifts'>;

/**
 * The shift of a question that asks an earlier one again; null for others, where its type compares no
 * answers, and where fewer than `minAnswers` answered both.
 */
export function shiftOf(session: Asked, after: ActivityState, minAnswers: number): Shift | null {
  const { activity } = after;
  const { comparison } = activityType(activity.type);
  const counted = countedShift(session, after, minAnswers);
  if (counted === null || comparison === undefined) return null;
  const pairs = counted.attendees.size;
  if (pairs < Math.max(minAnswers, 1)) return null;
  const [from, to] = comparison.scale(activity.content);
  const change = (sums: PairSums): Change =>
    comparison.of === 'share' ? changeOfShare(sums) : changeOfMean(sums, Math.abs(to - from));
  const isMoved = comparison.of === 'share' && counted.moved === pairs;
  const moves = isMoved ? shownMoves(counted.moves, minAnswers) : null;
  const all = session.shifts.get(activity.id)?.attendees.size ?? pairs;
  return {
    of: comparison.of,
    unit: comparison.unit(activity.content),
    scale: [from, to],
    pairs,
    ...(all > pairs ? { leftOut: true } : {}),
    items: comparison.items(activity.content).map((item, index) => {
      const sums = counted.items[index];
      const shown = sums && shownChange(change(sums), sums.pairs, pairs, minAnswers);
      return { item, change: shown ?? null };
    }),
    moves,
    ...(isMoved && moves === null ? { movesHidden: true } : {}),
  };
}

/**
 * The pairs that may be shown. Whoever subtracted the shift from the tally would have the answers of those
 * who answered once: where they are fewer than are shown, as many pairs are left out with them.
 */
function countedShift(
  { activities, shifts }: Asked,
  after: ActivityState,
  minAnswers: number,
): ShiftTally | null {
  const { again, id } = after.activity;
  const before = activities.get(again ?? '');
  const tally = shifts.get(id);
  // An earlier wording has no shift: its answers are apart.
  if (before === undefined || tally === undefined || activities.get(id) !== after) return null;
  const once = [before, after].map(({ answers }) => answers.size - tally.attendees.size);
  if (!once.some((count) => count > 0 && count < minAnswers)) return tally;
  const rest = structuredClone(tally);
  for (const attendee of tally.attendees) {
    if (tally.attendees.size - rest.attendees.size === minAnswers) break;
    const pair = measuredPair(activities, after, attendee);
    if (pair !== null) countMeasured(rest, pair, attendee, -1);
  }
  return rest;
}

/** The change of an item for which `pairs` of `all` attendees have a value both times. */
function shownChange(
  change: Change,
  pairs: number,
  all: number,
  minAnswers: number,
): ItemShift['change'] {
  if (pairs < Math.max(minAnswers, 1)) return null;
  const { rose, same, fell, ...rest } = change;
  const mayShow = (count: number): boolean => count === 0 || count >= minAnswers;
  return {
    ...rest,
    pairs: mayShow(all - pairs) ? pairs : null,
    moved: [rose, same, fell, all - pairs].every(mayShow) ? { rose, same, fell } : null,
  };
}

function shownMoves(moves: ShiftTally['moves'], minAnswers: number): Shift['moves'] {
  const isShown = moves.flat().every((count) => count === 0 || count >= minAnswers);
  return isShown ? moves.map((row) => [...row]) : null;
}
