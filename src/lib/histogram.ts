import { exact } from './format-number.ts';
import type { NumberRange } from './number-range.ts';
import type { Counts } from './stats.ts';

/**
 * How many of the values lie in each of some neighbouring bins. `edges` rise, and there is one more of
 * them than of `counts`; a bin holds its lower edge and not its upper one. On a scale of `log` each
 * edge is about twice the one before, but for a first edge of 0.
 */
export type Histogram = {
  readonly scale: 'linear' | 'log';
  readonly edges: readonly number[];
  readonly counts: readonly number[];
};

const MOST_BINS = 26;
// Of an unknown range, by how many answers a room gives: more bins would stand mostly empty.
const MOST_FITTED_BINS = 12;
/** From this ratio of the largest to the smallest value on, equal bins would crowd most into one. */
const WIDE = 30;
const MOST_LOG_BINS = MOST_BINS - 2;
/** Finer bins, as a share of the values in them, would get lost in the digits that are kept. */
const FINEST = 1e-9;
/** What is smaller stands with 0. */
const TINIEST = 1e-12;

/**
 * Bins of one width over a range that is known beforehand, so that they stay where they are as
 * answers come in. Their middles are round numbers, for people answer in round numbers: a column
 * stands where its answers are, not beside it.
 */
export function histogramOverRange(counts: Counts, range: NumberRange): Histogram {
  const offset = exact(range.from - range.step * Math.floor(exact(range.from / range.step)));
  for (let place = 0; ; place += 1) {
    // In whole steps, so that every bin can be hit by as many answers as its neighbours.
    const width = exact(range.step * oneTwoFive(place));
    const around = (value: number): number => Math.floor(exact((value - offset) / width + 0.5));
    const [first, last] = [around(range.from), around(range.to)];
    if (last - first < MOST_BINS) {
      return counted(counts, 'linear', rising(first - 0.5, last + 0.5, width, offset));
    }
  }
}

/**
 * Bins between round numbers, fitted to values of which nothing is known: of one width, or, where the
 * largest is many times the smallest, between 1, 2, 5, 10, 20, 50 and so on. null where there are none.
 */
export function histogramOfValues(counts: Counts): Histogram | null {
  if (counts.size === 0) return null;
  let [least, smallest, most] = [Infinity, Infinity, -Infinity];
  for (const value of counts.keys()) {
    least = Math.min(least, value);
    most = Math.max(most, value);
    if (value >= TINIEST) smallest = Math.min(smallest, value);
  }
  return least >= 0 && most / smallest >= WIDE
    ? counted(counts, 'log', logEdges(least, smallest, most))
    : counted(counts, 'linear', equalEdges(least, most));
}

function equalEdges(least: number, most: number): number[] {
  if (least === most) return edgesAround(least);
  const widest = Math.max(Math.abs(least), Math.abs(most));
  const narrowest = Math.max((most - least) / MOST_FITTED_BINS, widest * FINEST, TINIEST);
  for (let place = placeAtLeast(narrowest); ; place += 1) {
    const width = oneTwoFive(place);
    const first = binOf(least, width);
    const end = binOf(most, width) + 1;
    if (end - first <= MOST_FITTED_BINS) return rising(first, end, width, 0);
  }
}

/** One value alone has no spread to take a width from: it stands among some empty bins. */
function edgesAround(value: number): number[] {
  const size = Math.abs(value);
  const width = size < TINIEST ? 1 : oneTwoFive(placeAtLeast(size / 10));
  const bin = binOf(value, width);
  return rising(value < 0 ? bin - 2 : Math.max(bin - 2, 0), bin + 3, width, 0);
}

/** Which of the bins of one width, counted from 0, holds a value. */
function binOf(value: number, width: number): number {
  const bin = Math.floor(exact(value / width));
  // Rounding may have lifted the value over the edge.
  return exact(bin * width) > value ? bin - 1 : bin;
}

/** What is less than the lowest of the bins, as 0 is, stands in one more, from 0 on. */
function logEdges(least: number, smallest: number, most: number): number[] {
  let place = placeAtLeast(most);
  if (oneTwoFive(place) === most) place += 1;
  const edges = [oneTwoFive(place)];
  while ((edges[0] ?? 0) > smallest && edges.length <= MOST_LOG_BINS) {
    place -= 1;
    edges.unshift(oneTwoFive(place));
  }
  return (edges[0] ?? 0) > least ? [0, ...edges] : edges;
}

function rising(first: number, last: number, width: number, offset: number): number[] {
  const edges: number[] = [];
  for (let at = first; at <= last; at += 1) edges.push(exact(offset + at * width));
  return edges;
}

function counted(counts: Counts, scale: Histogram['scale'], edges: readonly number[]): Histogram {
  const bins = edges.slice(1).map(() => 0);
  for (const [value, count] of counts) {
    const found = edges.findLastIndex((edge) => edge <= value);
    const bin = Math.min(Math.max(found, 0), bins.length - 1);
    bins[bin] = (bins[bin] ?? 0) + count;
  }
  return { scale, edges, counts: bins };
}

/** …, 0.5, 1, 2, 5, 10, 20, 50, …; 1 is at place 0. */
function oneTwoFive(place: number): number {
  const decade = Math.floor(place / 3);
  // Spelled, not multiplied: 5 × 10⁻⁷ would not be exact.
  return Number(`${[1, 2, 5][place - 3 * decade] ?? 1}e${decade}`);
}

/** The place of the smallest of these numbers that is not less than a positive value. */
function placeAtLeast(value: number): number {
  let place = 3 * Math.floor(Math.log10(value)) - 1;
  while (oneTwoFive(place) < value) place += 1;
  return place;
}
