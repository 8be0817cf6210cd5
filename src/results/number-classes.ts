import { formatRange, formatWithUnit, roundToThreeDigits } from '../lib/format-number.ts';
import { countValue, spreadOfValues } from '../lib/stats.ts';

/** Numbers in few classes. */
export interface NumberClasses {
  /** The classes in words, the lowest first: "Up to 20%", "Over 20 to 40%", "Over 40%". */
  readonly names: readonly string[];
  /** The place of a number's class among the names. */
  of(value: number): number;
}

/**
 * Classes between the quartiles of the values, so that each has about as many people. Limits are rounded
 * to three digits, as no quartile of a few values should be a number that somebody gave.
 */
export function numberClasses(values: readonly number[], unit: string): NumberClasses {
  const limits = limitsOf(values);
  const names = [...limits, Infinity].map((limit, place) => {
    const below = limits[place - 1];
    if (below === undefined)
      return limit === Infinity ? 'Any' : `Up to ${formatWithUnit(limit, unit)}`;
    return `Over ${limit === Infinity ? formatWithUnit(below, unit) : formatRange(below, limit, unit)}`;
  });
  return { names, of: (value) => limits.filter((limit) => value > limit).length };
}

/** The upper limits of all classes but the last one, rising; each class holds a value. */
function limitsOf(values: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of values) countValue(counts, value, 1);
  const spread = spreadOfValues(counts);
  if (spread === null) return [];
  const limits: number[] = [];
  for (const quartile of [spread.lowerQuartile, spread.median, spread.upperQuartile]) {
    const limit = roundToThreeDigits(quartile);
    const below = limits.at(-1) ?? -Infinity;
    const isFilled = values.some((value) => value > below && value <= limit);
    if (isFilled && values.some((value) => value > limit)) limits.push(limit);
  }
  return limits;
}
