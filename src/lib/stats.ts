/** Median and quartiles of a distribution. */
export type Spread = {
  /** Answers counted. */
  readonly count: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
};

/** The count of each value. */
export type Counts = ReadonlyMap<number, number>;

/** Adds `by` to the count of a value, and removes the value when its count is 0. */
export function countValue(counts: Map<number, number>, value: number, by: 1 | -1): void {
  const count = (counts.get(value) ?? 0) + by;
  if (count === 0) counts.delete(value);
  else counts.set(value, count);
}

/**
 * The spread of a distribution given as counts per level, where the first level is `from`; null if all
 * counts are 0.
 */
export function spreadOf(counts: readonly number[], from: number): Spread | null {
  return spreadOfValues(new Map(counts.map((count, level) => [from + level, count])));
}

/**
 * The spread of any values. Quantiles interpolate linearly between order statistics (Hyndman & Fan
 * 1996, type 7); null without values.
 */
export function spreadOfValues(counts: Counts): Spread | null {
  const sorted = sortedCounts(counts);
  const count = sorted.reduce((sum, [, n]) => sum + n, 0);
  if (count === 0) return null;
  const quantile = (share: number): number => {
    const at = share * (count - 1);
    const below = Math.floor(at);
    const low = valueAt(sorted, below);
    const high = valueAt(sorted, Math.ceil(at));
    return low + (high - low) * (at - below);
  };
  return {
    count,
    lowerQuartile: quantile(0.25),
    median: quantile(0.5),
    upperQuartile: quantile(0.75),
  };
}

/** Values with their counts, rising. */
export type SortedCounts = readonly (readonly [value: number, count: number])[];

export function sortedCounts(counts: Counts): SortedCounts {
  return [...counts].sort(([a], [b]) => a - b);
}

/** The value at `position` (from 0) of the sorted sample that the counts describe. */
export function valueAt(sorted: SortedCounts, position: number): number {
  let seen = 0;
  for (const [value, count] of sorted) {
    seen += count;
    if (position < seen) return value;
  }
  return sorted.at(-1)?.[0] ?? NaN;
}
