import { meanInterval, type Interval } from './mean-interval.ts';

/** The number that one person gave before, and the one that they gave after. */
export type Pair = readonly [before: number, after: number];

/** The change from the first numbers of pairs to the second. */
export interface Change {
  /** The means of both. */
  readonly before: number;
  readonly after: number;
  /** The 95% confidence interval of the change of the mean; null for too few pairs. */
  readonly interval: Interval | null;
  /** The pairs that rose, stayed and fell. */
  readonly rose: number;
  readonly same: number;
  readonly fell: number;
}

/** The normal distribution's quantile of 0.975. */
const Z = 1.959963984540054;

/**
 * The change of a mean, with the interval of the mean of the differences (the paired t interval; NIST/
 * SEMATECH e-Handbook of Statistical Methods, section 1.3.5.3). `width` is the length of the scale.
 */
export function changeOfMean(pairs: readonly Pair[], width: number): Change {
  const sums = { count: pairs.length, sum: 0, squares: 0 };
  for (const [before, after] of pairs) {
    sums.sum += after - before;
    sums.squares += (after - before) ** 2;
  }
  return { ...means(pairs), interval: meanInterval(sums, -width, width) };
}

/**
 * The change of a share, of pairs of 0 and 1, with the adjusted Wald interval of a difference of paired
 * proportions (Agresti & Min 2005, "Simple improved confidence intervals for comparing matched
 * proportions", Statistics in Medicine 24): half a pair is added to each of the four kinds.
 */
export function changeOfShare(pairs: readonly Pair[]): Change {
  const change = means(pairs);
  const count = pairs.length + 2;
  const [up, down] = [(change.rose + 0.5) / count, (change.fell + 0.5) / count];
  const reach = Z * Math.sqrt((up + down - (up - down) ** 2) / count);
  const low = Math.max(up - down - reach, -1);
  return { ...change, interval: { low, high: Math.min(up - down + reach, 1) } };
}

function means(pairs: readonly Pair[]): Omit<Change, 'interval'> {
  let [before, after, rose, fell] = [0, 0, 0, 0];
  for (const [one, other] of pairs) {
    before += one;
    after += other;
    if (other > one) rose += 1;
    if (other < one) fell += 1;
  }
  const count = pairs.length;
  return { before: before / count, after: after / count, rose, fell, same: count - rose - fell };
}
