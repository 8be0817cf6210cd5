import { capitalised } from '../../lib/capitalised.ts';
import { FEWEST_FOR_INTERVAL, type Interval } from '../../lib/mean-interval.ts';
import type { Shift } from '../../lib/shift.ts';

/** The measure and the scale of the values. */
export type Scaled = Pick<Shift, 'of' | 'scale'>;

/** A scale that is so long needs no tenths. */
const LONG_SCALE = 50;

/** A value on the scale of a shift: "34%", "2.4". */
export function valueLabel({ of, scale }: Scaled, value: number): string {
  if (of === 'share') return `${Math.round(100 * value)}%`;
  return value.toFixed(Math.abs(scale[1] - scale[0]) >= LONG_SCALE ? 0 : 1).replace('-', '−');
}

/** The difference of two values, with its sign: "+27", "−0.4"; shares in percentage points. */
export function differenceLabel(shift: Scaled, difference: number): string {
  const digits = valueLabel(shift, Math.abs(difference)).replace('%', '');
  if (Number(digits) === 0) return '±0';
  return `${difference < 0 ? '−' : '+'}${digits}`;
}

/** The 95% interval of a change: "+12 to +41"; empty where there is none. */
export function intervalLabel(
  shift: Scaled,
  { interval }: { readonly interval: Interval | null },
): string {
  if (interval === null) return '';
  return `${differenceLabel(shift, interval.low)} to ${differenceLabel(shift, interval.high)}`;
}

/**
 * The measure, and the people of whom it is: "Mean level, of the 14 who answered both times"; fewer where
 * some could not say, or may not be shown.
 */
export function measureLabel(shift: Shift): string {
  return `${capitalised(shift.unit)}, of ${peopleLabel(shift)}`;
}

function peopleLabel({ pairs, leftOut, items }: Shift): string {
  const counts = items.flatMap(({ change }) => (change === null ? [] : [change.pairs ?? NaN]));
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  if (counts.length === 0 || least === pairs) {
    if (leftOut) return `${pairs} of those who answered both times`;
    return `${pairs === 1 ? 'the one person' : `the ${pairs}`} who answered both times`;
  }
  const those = 'who gave a value both times';
  if (leftOut || Number.isNaN(least)) return `those ${those}`;
  return least === most ? `the ${least} ${those}` : `the ${least} to ${most} ${those}`;
}

/** The figures beside a shift. Student's t has no interval for few people. */
export function changeLabel({ items }: Shift): string {
  const changes = items.flatMap(({ change }) => change ?? []);
  if (changes.some(({ interval }) => interval !== null)) return 'Change, with its 95% interval';
  return changes.length === 0
    ? ''
    : `Change; its 95% interval from ${FEWEST_FOR_INTERVAL} people on`;
}

/** The move that most people made, and the people who chose something else than before. */
export interface Moves {
  readonly changed: number;
  readonly from: string;
  readonly to: string;
  readonly most: number;
}

/** The largest move from one choice to another; null where nobody moved, or where it may not be shown. */
export function largestMove({ moves, items }: Shift): Moves | null {
  if (moves === null) return null;
  const all = moves.flatMap((row, from) =>
    row.flatMap((people, to) => (from === to || people === 0 ? [] : [{ from, to, people }])),
  );
  const [first] = all.toSorted((one, other) => other.people - one.people);
  if (first === undefined) return null;
  const name = (index: number): string => items[index]?.item ?? '';
  const changed = all.reduce((sum, { people }) => sum + people, 0);
  return { changed, from: name(first.from), to: name(first.to), most: first.people };
}

/** The place of a value on the scale, in percent of its length. */
export function placeOf({ scale: [from, to] }: Scaled, value: number): number {
  return to === from ? 0 : (100 * (value - from)) / (to - from);
}
