import { scaleLinear } from 'd3-scale';
import type { Histogram } from '../../lib/histogram.ts';

/** Where a bin from 0 on stands on a scale of logarithms, which has no 0: as wide as a doubling. */
const ZERO_BIN = Math.log10(2);

export interface HistogramScale {
  /** Where a value stands, in percent of the width; what lies outside stands at the end. */
  place(value: number): number;
  /** At most so many round numbers to name below, rising, evenly apart on their scale. */
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

/** Every edge; else the powers of ten among them; else every second power, every third, … */
function edgesFrom(edges: readonly number[], most: number): readonly number[] {
  if (edges.length <= most) return edges;
  for (let apart = 1; ; apart += 1) {
    const named = edges.filter((edge) => edge === 0 || isPower(edge, apart));
    if (named.length <= most || apart > edges.length) return named;
  }
}

/** Whether a value is a power of ten, and its exponent a multiple of `apart`. */
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

/** Whether a value lies in a bin: on its lower edge or above, and below its upper one. */
export function isIn({ edges }: Pick<Histogram, 'edges'>, bin: number, value: number): boolean {
  return (edges[bin] ?? Infinity) <= value && value < (edges[bin + 1] ?? -Infinity);
}

/** The side of a column on which less is in a label's way; the right one where it is the same. */
export function lowerSide(counts: readonly number[], bin: number): 'left' | 'right' {
  return (counts[bin - 1] ?? 0) < (counts[bin + 1] ?? 0) ? 'left' : 'right';
}
