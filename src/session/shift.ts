import { activityType } from '../activities/registry.ts';
import type { Json } from '../lib/json.ts';
import { changeOfMean, changeOfShare, type Change, type Pair } from '../lib/paired-change.ts';
import type { ItemShift, Shift } from '../lib/shift.ts';
import type { ActivityState, SessionState } from './state.ts';

/** The questions of a session, as far as a shift needs them. */
export type Asked = Pick<SessionState, 'activities'>;

/** The numbers of one attendee, before and after. */
type Measured = readonly [readonly (number | null)[], readonly (number | null)[]];

/**
 * The shift of a question that asks an earlier one again; null for others, where its type compares no
 * answers, and where fewer than `minAnswers` answered both. Costs the number of answers.
 */
export function shiftOf(
  { activities }: Asked,
  after: ActivityState,
  minAnswers: number,
): Shift | null {
  const { activity } = after;
  const before = activities.get(activity.again ?? '');
  const { comparison } = activityType(activity.type);
  if (before === undefined || comparison === undefined) return null;
  const measure = (answer: Json) => comparison.measure(activity.content, answer);
  const measured: Measured[] = [];
  for (const [attendee, { answer }] of after.answers) {
    const earlier = before.answers.get(attendee);
    if (earlier !== undefined) measured.push([measure(earlier.answer), measure(answer)]);
  }
  const counted = measured.slice(0, measured.length - leftOut(measured, before, after, minAnswers));
  if (counted.length < Math.max(minAnswers, 1)) return null;
  const [from, to] = comparison.scale(activity.content);
  const change = (pairs: readonly Pair[]): Change =>
    comparison.of === 'share' ? changeOfShare(pairs) : changeOfMean(pairs, Math.abs(to - from));
  return {
    of: comparison.of,
    unit: comparison.unit(activity.content),
    scale: [from, to],
    pairs: counted.length,
    items: comparison.items(activity.content).map((item, index) => {
      const pairs = counted.flatMap((one) => pairAt(one, index));
      return { item, change: shownChange(pairs, change, minAnswers) };
    }),
    moves: comparison.of === 'share' ? movesOf(counted, minAnswers) : null,
  };
}

/**
 * The number of pairs to leave out. Whoever subtracted the shift from the tally would have the answers of
 * those who answered once: where they are fewer than are shown, pairs are left out with them.
 */
function leftOut(
  measured: readonly Measured[],
  before: ActivityState,
  after: ActivityState,
  minAnswers: number,
): number {
  const once = [before, after].map(({ answers }) => answers.size - measured.length);
  return once.some((count) => count > 0 && count < minAnswers) ? minAnswers : 0;
}

function pairAt([before, after]: Measured, index: number): Pair[] {
  const [one, other] = [before[index] ?? null, after[index] ?? null];
  return one === null || other === null ? [] : [[one, other]];
}

function shownChange(
  pairs: readonly Pair[],
  change: (pairs: readonly Pair[]) => Change,
  minAnswers: number,
): ItemShift['change'] {
  if (pairs.length < Math.max(minAnswers, 1)) return null;
  const { rose, same, fell, ...rest } = change(pairs);
  const isShown = [rose, same, fell].every((count) => count === 0 || count >= minAnswers);
  return { ...rest, moved: isShown ? { rose, same, fell } : null };
}

function movesOf(measured: readonly Measured[], minAnswers: number): Shift['moves'] {
  const size = measured[0]?.[0].length ?? 0;
  const moves = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  for (const [before, after] of measured) {
    const [from, to] = [onlyChoice(before), onlyChoice(after)];
    const row = moves[from];
    if (row === undefined || to === -1) return null;
    row[to] = (row[to] ?? 0) + 1;
  }
  const isShown = moves.flat().every((count) => count === 0 || count >= minAnswers);
  return isShown ? moves : null;
}

/** The index of the only item that was chosen; -1 where it is none or several. */
function onlyChoice(chosen: readonly (number | null)[]): number {
  const first = chosen.indexOf(1);
  return chosen.lastIndexOf(1) === first ? first : -1;
}
