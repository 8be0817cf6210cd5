import { meanInterval, type Interval } from './mean-interval.ts';

/** Sums over people who gave two numbers each; they are added and taken back one by one. */
export interface PairSums {
  pairs: number;
  before: number;
  after: number;
  /** The squares of the differences. */
  squares: number;
  rose: number;
  fell: number;
}

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

export function noPairs(): PairSums {
  return { pairs: 0, before: 0, after: 0, squares: 0, rose: 0, fell: 0 };
}

/** Adds (`by` 1) or takes back (`by` -1) a pair, in place. */
export function countPair(sums: PairSums, before: number, after: number, by: 1 | -1): void {
  sums.pairs += by;
  sums.before += by * before;
  sums.after += by * after;
  sums.squares += by * (after - before) ** 2;
  if (after > before) sums.rose += by;
  if (after < before) sums.fell += by;
}

/**
 * The change of a mean, with the interval of the mean of the differences (the paired t interval; NIST/
 * SEMATECH e-Handbook of Statistical Methods, section 1.3.5.3). `width` is the length of the scale.
 */
export function changeOfMean(sums: PairSums, width: number): Change {
  const { pairs: count, before, after, squares } = sums;
  const differences = { count, sum: after - before, squares };
  return { ...means(sums), interval: meanInterval(differences, -width, width) };
}

/**
 * The change of a share, of pairs of 0 and 1, with the adjusted Wald interval of a difference of paired
 * proportions (Agresti & Min 2005, "Simple improved confidence intervals for comparing matched
 * proportions", Statistics in Medicine 24): half a pair is added to each of the four kinds.
 */
export function changeOfShare(sums: PairSums): Change {
  const count = sums.pairs + 2;
  const [up, down] = [(sums.rose + 0.5) / count, (sums.fell + 0.5) / count];
  const reach = Z * Math.sqrt((up + down - (up - down) ** 2) / count);
  const low = Math.max(up - down - reach, -1);
  return { ...means(sums), interval: { low, high: Math.min(up - down + reach, 1) } };
}

function means({ pairs, before, after, rose, fell }: PairSums): Omit<Change, 'interval'> {
  return { before: before / pairs, after: after / pairs, rose, fell, same: pairs - rose - fell };
}
