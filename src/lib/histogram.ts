import { roundToTwelveDigits } from './format-number.ts';
import type { NumberRange } from './number-range.ts';
import type { Counts } from './stats.ts';

/**
 * The number of values in each of several adjacent bins. `edges` are ascending, and there is one more
 * of them than of `counts`; a bin includes its lower edge and excludes its upper one. On the scale
 * `log` each edge is about twice the one before, except for a first edge of 0.
 */
export type Histogram = {
  readonly scale: 'linear' | 'log';
  readonly edges: readonly number[];
  readonly counts: readonly number[];
};

const MAX_BINS = 26;
// A room gives too few answers to fill more bins of an unknown range.
const MAX_FITTED_BINS = 12;
/** The ratio of the largest to the smallest value from which equal bins would put most into one. */
const MIN_LOG_RATIO = 30;
const MAX_LOG_BINS = MAX_BINS - 2;
/** The least width of a bin, as a share of its values: narrower ones exceed the twelve digits. */
const MIN_RELATIVE_WIDTH = 1e-9;
/** Smaller values count as 0. */
const MIN_VALUE = 1e-12;

/**
 * Counts values in bins of equal width over a known range, so that bins keep their places as answers
 * come in. Their centres are round numbers, because people answer in round numbers: each column is
 * drawn where its answers are.
 */
export function histogramOverRange(counts: Counts, range: NumberRange): Histogram {
  const offset = roundToTwelveDigits(
    range.from - range.step * Math.floor(roundToTwelveDigits(range.from / range.step)),
  );
  for (let index = 0; ; index += 1) {
    // In whole steps, so that every bin covers as many possible answers as its neighbours.
    const width = roundToTwelveDigits(range.step * oneTwoFive(index));
    const binOfValue = (value: number): number =>
      Math.floor(roundToTwelveDigits((value - offset) / width + 0.5));
    const [first, last] = [binOfValue(range.from), binOfValue(range.to)];
    if (last - first < MAX_BINS) {
      return fillBins(counts, 'linear', edgesBetween(first - 0.5, last + 0.5, width, offset));
    }
  }
}

/**
 * Counts values in bins fitted to them, with round numbers as edges: of equal width, or, where the
 * largest value is many times the smallest, between 1, 2, 5, 10, 20, 50 and so on. null without values.
 */
export function histogramOfValues(counts: Counts): Histogram | null {
  if (counts.size === 0) return null;
  let [least, smallest, most] = [Infinity, Infinity, -Infinity];
  for (const value of counts.keys()) {
    least = Math.min(least, value);
    most = Math.max(most, value);
    if (value >= MIN_VALUE) smallest = Math.min(smallest, value);
  }
  return least >= 0 && most / smallest >= MIN_LOG_RATIO
    ? fillBins(counts, 'log', logEdges(least, smallest, most))
    : fillBins(counts, 'linear', equalEdges(least, most));
}

function equalEdges(least: number, most: number): number[] {
  if (least === most) return edgesAround(least);
  const widest = Math.max(Math.abs(least), Math.abs(most));
  const narrowest = Math.max(
    (most - least) / MAX_FITTED_BINS,
    widest * MIN_RELATIVE_WIDTH,
    MIN_VALUE,
  );
  for (let index = seriesIndexAtLeast(narrowest); ; index += 1) {
    const width = oneTwoFive(index);
    const first = binOf(least, width);
    const end = binOf(most, width) + 1;
    if (end - first <= MAX_FITTED_BINS) return edgesBetween(first, end, width, 0);
  }
}

/** The edges for a single value, which has no spread to fit a width to: some empty bins around it. */
function edgesAround(value: number): number[] {
  const size = Math.abs(value);
  const width = size < MIN_VALUE ? 1 : oneTwoFive(seriesIndexAtLeast(size / 10));
  const bin = binOf(value, width);
  return edgesBetween(value < 0 ? bin - 2 : Math.max(bin - 2, 0), bin + 3, width, 0);
}

/** The index of the bin that holds a value, for bins of one width that start at 0. */
function binOf(value: number, width: number): number {
  const bin = Math.floor(roundToTwelveDigits(value / width));
  // Rounding may have lifted the value over the edge.
  return roundToTwelveDigits(bin * width) > value ? bin - 1 : bin;
}

/** Edges of the 1-2-5 series; values below the lowest edge, such as 0, get one more bin from 0. */
function logEdges(least: number, smallest: number, most: number): number[] {
  let index = seriesIndexAtLeast(most);
  if (oneTwoFive(index) === most) index += 1;
  const edges = [oneTwoFive(index)];
  while ((edges[0] ?? 0) > smallest && edges.length <= MAX_LOG_BINS) {
    index -= 1;
    edges.unshift(oneTwoFive(index));
  }
  return (edges[0] ?? 0) > least ? [0, ...edges] : edges;
}

function edgesBetween(first: number, last: number, width: number, offset: number): number[] {
  const edges: number[] = [];
  for (let at = first; at <= last; at += 1) edges.push(roundToTwelveDigits(offset + at * width));
  return edges;
}

function fillBins(counts: Counts, scale: Histogram['scale'], edges: readonly number[]): Histogram {
  const bins = edges.slice(1).map(() => 0);
  for (const [value, count] of counts) {
    const found = edges.findLastIndex((edge) => edge <= value);
    const bin = Math.min(Math.max(found, 0), bins.length - 1);
    bins[bin] = (bins[bin] ?? 0) + count;
  }
  return { scale, edges, counts: bins };
}

/** The 1-2-5 series: …, 0.5, 1, 2, 5, 10, 20, 50, …; index 0 is 1. */
function oneTwoFive(index: number): number {
  const decade = Math.floor(index / 3);
  // Parsed from text, because 5 × 10⁻⁷ has a rounding error as a product.
  return Number(`${[1, 2, 5][index - 3 * decade] ?? 1}e${decade}`);
}

/** The index of the smallest number of the series that is at least a positive `value`. */
function seriesIndexAtLeast(value: number): number {
  let index = 3 * Math.floor(Math.log10(value)) - 1;
  while (oneTwoFive(index) < value) index += 1;
  return index;
}
