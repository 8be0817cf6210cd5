import { scaleLinear } from 'd3-scale';
import type { Histogram } from '../../lib/histogram.ts';

/** The width of the bin from 0 on a logarithmic scale, which has no 0: that of a doubling. */
const ZERO_BIN = Math.log10(2);
/** Half the width of a line with its margin on the narrowest chart, in percent of the width. */
const LINE_REACH = 1;

export interface HistogramScale {
  /** The position of a value in percent of the width; values outside are moved to the end. */
  place(value: number): number;
  /** At most `most` round numbers to label, rising, evenly apart on their scale. */
  ticks(most: number): readonly number[];
}

/** Lays out the bins of a histogram side by side. */
export function histogramScale({
  scale,
  edges,
}: Pick<Histogram, 'scale' | 'edges'>): HistogramScale {
  const along = scale === 'log' ? logarithmic(edges) : (value: number): number => value;
  const [first, last] = [edges[0] ?? 0, edges.at(-1) ?? 1];
  const percent = scaleLinear([along(first), along(last)], [0, 100]).clamp(true);
  return {
    place: (value) => percent(along(value)),
    ticks: (most) => (scale === 'log' ? edgesFrom(edges, most) : roundNumbers(first, last, most)),
  };
}

function logarithmic(edges: readonly number[]): (value: number) => number {
  const lowest = edges.find((edge) => edge > 0) ?? 1;
  return (value) =>
    value < lowest ? Math.log10(lowest) - ZERO_BIN * (1 - value / lowest) : Math.log10(value);
}

/** All edges; if too many, the powers of ten among them; then every second power, every third, … */
function edgesFrom(edges: readonly number[], most: number): readonly number[] {
  if (edges.length <= most) return edges;
  for (let apart = 1; ; apart += 1) {
    const named = edges.filter((edge) => edge === 0 || isPower(edge, apart));
    if (named.length <= most || apart > edges.length) return named;
  }
}

/** True for a power of ten whose exponent is a multiple of `apart`. */
function isPower(value: number, apart: number): boolean {
  const exponent = Math.round(Math.log10(value));
  return exponent % apart === 0 && Number(`1e${exponent}`) === value;
}

function roundNumbers(first: number, last: number, most: number): readonly number[] {
  const numbers = scaleLinear([first, last], [0, 100]);
  for (let count = most; count >= 1; count -= 1) {
    const named = numbers.ticks(count);
    if (named.length <= most) return named;
  }
  return numbers.ticks(1).slice(0, 1);
}

/**
 * The highest count of the columns that an upright line at `at` would touch, in percent of the width. 0
 * for none: such a line may stand on the scale.
 */
export function countBelow(
  { edges, counts }: Pick<Histogram, 'edges' | 'counts'>,
  { place }: Pick<HistogramScale, 'place'>,
  at: number,
): number {
  const touched = counts.filter(
    (_, bin) =>
      place(edges[bin] ?? 0) < at + LINE_REACH && at - LINE_REACH < place(edges[bin + 1] ?? 0),
  );
  return Math.max(0, ...touched);
}
