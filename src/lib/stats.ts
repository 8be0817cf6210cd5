/** Median and quartiles of a distribution. */
export type Spread = {
  /** Answers counted. */
  readonly count: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
};

/** Values, each with how often it was counted. */
export type Counts = ReadonlyMap<number, number>;

/** Counts a value once more (`by` 1) or once less (`by` -1); one that is counted no more is left out. */
export function countValue(counts: Map<number, number>, value: number, by: 1 | -1): void {
  const count = (counts.get(value) ?? 0) + by;
  if (count === 0) counts.delete(value);
  else counts.set(value, count);
}

/**
 * The spread of a distribution given as counts per level, the first level being `from`.
 * Returns `null` when nothing was counted.
 */
export function spreadOf(counts: readonly number[], from: number): Spread | null {
  return spreadOfValues(new Map(counts.map((count, level) => [from + level, count])));
}

/**
 * The spread of any values. Quantiles interpolate linearly between order statistics (Hyndman & Fan
 * 1996, type 7). Returns `null` when nothing was counted.
 */
export function spreadOfValues(counts: Counts): Spread | null {
  const rising = [...counts].sort(([a], [b]) => a - b);
  const count = rising.reduce((sum, [, n]) => sum + n, 0);
  if (count === 0) return null;
  const quantile = (share: number): number => {
    const at = share * (count - 1);
    const below = Math.floor(at);
    const low = valueAt(rising, below);
    const high = valueAt(rising, Math.ceil(at));
    return low + (high - low) * (at - below);
  };
  return {
    count,
    lowerQuartile: quantile(0.25),
    median: quantile(0.5),
    upperQuartile: quantile(0.75),
  };
}

/** The value at `position` (from 0) of the sorted sample that the counts describe. */
function valueAt(rising: readonly (readonly [number, number])[], position: number): number {
  let seen = 0;
  for (const [value, count] of rising) {
    seen += count;
    if (position < seen) return value;
  }
  return rising.at(-1)?.[0] ?? NaN;
}
