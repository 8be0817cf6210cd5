import { formatNumber, formatWithUnit } from '../../lib/format-number.ts';
import type { Histogram } from '../../lib/histogram.ts';

/** The least and the most that a value can be. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * Rows of a `DataTable` from a histogram: each bin's label and count, without empty bins at the ends. A bin
 * around an end of the range is named by the part of it within.
 */
export function binRows(
  { edges, counts }: Histogram,
  unit: string,
  { from, to }: Range = { from: -Infinity, to: Infinity },
): [string, number][] {
  const first = counts.findIndex((count) => count > 0);
  const last = counts.findLastIndex((count) => count > 0);
  return counts.flatMap((count, bin): [string, number][] => {
    if (bin < first || bin > last) return [];
    const [low, high] = [Math.max(from, edges[bin] ?? 0), edges[bin + 1] ?? 0];
    const end = high > to ? formatWithUnit(to, unit) : `under ${formatWithUnit(high, unit)}`;
    return [[`${formatNumber(low)} to ${end}`, count]];
  });
}
