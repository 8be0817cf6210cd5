import { FEWEST_FOR_INTERVAL, studentT, type Interval, type Sample } from './mean-interval.ts';
import type { Counts } from './stats.ts';

/** The sample of values given as counts. The mean first, then the squares around it: large values lose no digits. */
export function sampleOf(counts: Counts): Sample {
  let [count, sum] = [0, 0];
  for (const [value, times] of counts) {
    count += times;
    sum += times * value;
  }
  const mean = sum / count;
  let squares = 0;
  for (const [value, times] of counts) squares += times * (value - mean) ** 2;
  return { count, mean, variance: count > 1 ? squares / (count - 1) : 0 };
}

/**
 * The 95% confidence interval of the difference of two means, the second less the first, of two groups of
 * people with variances of their own (Welch 1947, "The generalization of 'Student's' problem when several
 * different population variances are involved", Biometrika 34; NIST/SEMATECH e-Handbook of Statistical
 * Methods, section 1.3.5.3). It is cut at ± `width`, the length of the scale; null for too few values.
 */
export function differenceOfMeans(before: Sample, after: Sample, width: number): Interval | null {
  if (Math.min(before.count, after.count) < FEWEST_FOR_INTERVAL) return null;
  const [one, other] = [before.variance / before.count, after.variance / after.count];
  const difference = after.mean - before.mean;
  const freedom =
    (one + other) ** 2 / (one ** 2 / (before.count - 1) + other ** 2 / (after.count - 1));
  // 0 / 0 for two groups in which all values are the same.
  const reach = one + other === 0 ? 0 : studentT(freedom) * Math.sqrt(one + other);
  return {
    low: Math.max(difference - reach, -width),
    high: Math.min(difference + reach, width),
  };
}
