/** Whole numbers that were counted one by one: how many, their sum, and the sum of their squares. */
export interface Sums {
  readonly count: number;
  readonly sum: number;
  readonly squares: number;
}

/** Values by their number, their mean and their variance, with n − 1 below. */
export type Sample = {
  readonly count: number;
  readonly mean: number;
  readonly variance: number;
};

export type Interval = { readonly low: number; readonly high: number };

/** The fewest values with an interval: for fewer, the factor of `studentT` is above 3, and it says little. */
export const FEWEST_FOR_INTERVAL = 5;

/** The normal distribution's quantile of 0.975. */
const Z = 1.959963984540054;

/**
 * The 95% confidence interval of a mean, mean ± t · s / √n with Student's t of n − 1 degrees of freedom
 * (Student 1908, "The probable error of a mean", Biometrika 6; NIST/SEMATECH e-Handbook of Statistical
 * Methods, section 1.3.5.2). It is cut at `least` and `most`, between which every value lies and so
 * does what the mean estimates: it contains that as often as before. null for too few values.
 */
export function meanInterval(
  { count, sum, squares }: Sums,
  least: number,
  most: number,
): Interval | null {
  // Of whole numbers until it is divided: nothing is lost where two large ones nearly cancel.
  const variance = Math.max((count * squares - sum * sum) / (count * (count - 1)), 0);
  return intervalAround({ count, mean: sum / count, variance }, least, most);
}

/** The same interval from a mean and the variance of a sample. */
export function intervalAround(
  { count, mean, variance }: Sample,
  least: number,
  most: number,
): Interval | null {
  if (count < FEWEST_FOR_INTERVAL) return null;
  const reach = studentT(count - 1) * Math.sqrt(variance / count);
  return { low: Math.max(mean - reach, least), high: Math.min(mean + reach, most) };
}

/**
 * The quantile of 0.975 of Student's t, by its expansion from the normal quantile (Abramowitz & Stegun
 * 1964, "Handbook of Mathematical Functions", 26.7.5). From 4 degrees of freedom on it is at most
 * 0.04% too small.
 */
export function studentT(freedom: number): number {
  const z2 = Z * Z;
  const terms = [
    (z2 + 1) / 4,
    ((5 * z2 + 16) * z2 + 3) / 96,
    (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384,
    ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92_160,
  ];
  return terms.reduce((t, term, order) => t + (Z * term) / freedom ** (order + 1), Z);
}
