import { formatNumber, formatWithUnit } from '../../lib/format-number.ts';
import type { Histogram } from '../../lib/histogram.ts';

/** Rows of a `DataTable` from a histogram: each bin's label and count, without empty bins at the ends. */
export function binRows({ edges, counts }: Histogram, unit: string): [string, number][] {
  const first = counts.findIndex((count) => count > 0);
  const last = counts.findLastIndex((count) => count > 0);
  return counts.flatMap((count, bin): [string, number][] => {
    if (bin < first || bin > last) return [];
    return [
      [
        `${formatNumber(edges[bin] ?? 0)} to under ${formatWithUnit(edges[bin + 1] ?? 0, unit)}`,
        count,
      ],
    ];
  });
}
