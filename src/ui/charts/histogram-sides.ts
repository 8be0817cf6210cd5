import type { Histogram } from '../../lib/histogram.ts';

/** Whether a value lies in a bin: on its lower edge or above, and below its upper one. */
export function isIn({ edges }: Pick<Histogram, 'edges'>, bin: number, value: number): boolean {
  return (edges[bin] ?? Infinity) <= value && value < (edges[bin + 1] ?? -Infinity);
}

/** The side of a column on which less is in a label's way; the right one where it is the same. */
export function lowerSide(counts: readonly number[], bin: number): 'left' | 'right' {
  return (counts[bin - 1] ?? 0) < (counts[bin + 1] ?? 0) ? 'left' : 'right';
}
