/** Median and quartiles of a distribution over the whole numbers `from, from+1, …`. */
export type Spread = {
  /** Answers counted. */
  readonly count: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
};

/**
 * The spread of a distribution given as counts per level, the first level being `from`.
 * Quantiles interpolate linearly between order statistics (Hyndman & Fan 1996, type 7).
 * Returns `null` when nothing was counted.
 */
export function spreadOf(counts: readonly number[], from: number): Spread | null {
  const count = counts.reduce((sum, n) => sum + n, 0);
  if (count === 0) return null;
  const quantile = (share: number): number => {
    const at = share * (count - 1);
    const below = Math.floor(at);
    const low = valueAt(counts, from, below);
    const high = valueAt(counts, from, Math.ceil(at));
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
function valueAt(counts: readonly number[], from: number, position: number): number {
  let seen = 0;
  for (const [level, n] of counts.entries()) {
    seen += n;
    if (position < seen) return from + level;
  }
  return from + counts.length - 1;
}
