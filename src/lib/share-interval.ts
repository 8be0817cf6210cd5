import type { Interval } from './mean-interval.ts';

/** People of whom some chose an item. */
export type Share = { readonly count: number; readonly chosen: number };

/** The normal distribution's quantile of 0.975. */
const Z = 1.959963984540054;

/**
 * The 95% confidence interval of a share, the score interval without correction for continuity (Wilson
 * 1927, "Probable inference, the law of succession, and statistical inference", Journal of the American
 * Statistical Association 22). It lies between 0 and 1, and is not symmetric.
 */
export function shareInterval({ count, chosen }: Share): Interval {
  const share = chosen / count;
  const middle = chosen + Z ** 2 / 2;
  const reach = Z * Math.sqrt(count * share * (1 - share) + Z ** 2 / 4);
  const whole = count + Z ** 2;
  // The ends are exact where nobody chose it, or everybody.
  return {
    low: chosen === 0 ? 0 : (middle - reach) / whole,
    high: chosen === count ? 1 : (middle + reach) / whole,
  };
}

/**
 * The 95% confidence interval of the difference of two shares, the second less the first, of two groups of
 * people (Newcombe 1998, "Interval estimation for the difference between independent proportions:
 * comparison of eleven methods", Statistics in Medicine 17, method 10).
 */
export function differenceOfShares(before: Share, after: Share): Interval {
  const [one, other] = [before.chosen / before.count, after.chosen / after.count];
  const [ofOne, ofOther] = [shareInterval(before), shareInterval(after)];
  const difference = other - one;
  return {
    low: difference - Math.hypot(other - ofOther.low, ofOne.high - one),
    high: difference + Math.hypot(ofOther.high - other, one - ofOne.low),
  };
}
