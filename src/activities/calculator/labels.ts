import { roundToThreeDigits, formatWithUnit } from '../../lib/format-number.ts';

/** A result as precise as its inputs are: "About 7,680 € a year". */
export function formatResult(result: number, unit: string): string {
  return `About ${formatWithUnit(roundToThreeDigits(result), unit)}`;
}
