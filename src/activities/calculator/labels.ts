import { formatRange, roundToThreeDigits, formatWithUnit } from '../../lib/format-number.ts';
import type { Spread } from '../../lib/stats.ts';

/** A result as precise as its inputs are: "About 7,680 € a year". */
export function formatResult(result: number, unit: string): string {
  return `About ${formatWithUnit(roundToThreeDigits(result), unit)}`;
}

/** The room's median and middle half: "median 7,680 €, middle 50%: 3,000 to 20,000 €". */
export function formatRoomSpread(
  { median, lowerQuartile, upperQuartile }: Spread,
  unit: string,
): string {
  const half = formatRange(lowerQuartile, upperQuartile, unit);
  return `median ${formatWithUnit(median, unit)}, middle 50%: ${half}`;
}
