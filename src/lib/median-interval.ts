import type { Interval } from './mean-interval.ts';
import { sortedCounts, valueAt, type Counts } from './stats.ts';

const TAIL = 0.025;

/**
 * The confidence interval of a median, of 95% at least, between two of the values in their order (Conover
 * 1999, "Practical Nonparametric Statistics", section 3.2): the r-th from either end, for the largest r
 * with a chance of 2.5% at most that fewer than r of so many values lie below the median. It asks for no
 * form of the distribution. null for fewer than 6 values, which have no such r.
 */
export function medianInterval(counts: Counts): Interval | null {
  const sorted = sortedCounts(counts);
  const count = sorted.reduce((sum, [, times]) => sum + times, 0);
  const rank = rankFromEnds(count);
  if (rank === 0) return null;
  return { low: valueAt(sorted, rank - 1), high: valueAt(sorted, count - rank) };
}

/** The largest r for which the chance of fewer than r heads among `count` throws of a coin is 2.5% at most. */
export function rankFromEnds(count: number): number {
  // In logarithms: 0.5 ** 5000 is 0.
  let ways = -count * Math.LN2;
  let below = 0;
  for (let heads = 0; heads < count; heads += 1) {
    below += Math.exp(ways);
    if (below > TAIL) return heads;
    ways += Math.log((count - heads) / (heads + 1));
  }
  return 0;
}
