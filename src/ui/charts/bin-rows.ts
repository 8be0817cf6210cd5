import { formatNumber, withUnit } from '../../lib/format-number.ts';
import type { Histogram } from '../../lib/histogram.ts';

/** A histogram's bins in words, each with its count, for a `DataTable`; empty bins at the ends are left out. */
export function binRows({ edges, counts }: Histogram, unit: string): [string, number][] {
  const first = counts.findIndex((count) => count > 0);
  const last = counts.findLastIndex((count) => count > 0);
  return counts.flatMap((count, bin): [string, number][] => {
    if (bin < first || bin > last) return [];
    return [
      [`${formatNumber(edges[bin] ?? 0)} to under ${withUnit(edges[bin + 1] ?? 0, unit)}`, count],
    ];
  });
}
