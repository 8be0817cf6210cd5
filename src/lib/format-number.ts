const englishFormat = new Intl.NumberFormat('en', { maximumSignificantDigits: 12 });

/** Rounds to 12 significant digits, which removes floating-point errors: 0.1 × 3 gives 0.3. */
export function roundToTwelveDigits(value: number): number {
  // Most are whole, and a table has a hundred thousand of them.
  if (Number.isInteger(value) && Math.abs(value) < 1e12) return value + 0;
  // Adding zero turns −0, which JSON cannot represent, into 0.
  return Number(value.toPrecision(12)) + 0;
}

/** Rounds to three significant digits, the precision of an estimate. */
export function roundToThreeDigits(value: number): number {
  return Number(value.toPrecision(3)) + 0;
}

/** Formats a number in English: "7,680", "0.25", "−3". */
export function formatNumber(value: number): string {
  // Most are small and whole: `Intl` takes a microsecond for each.
  if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value + 0);
  return englishFormat.format(roundToTwelveDigits(value)).replace('-', '−');
}

/** Formats a number with its unit: "80%", "7,680 € a year". An empty unit adds nothing. */
export function formatWithUnit(value: number, unit: string): string {
  return joinUnit(formatNumber(value), unit);
}

/** Formats a range: "55 to 80%"; "70%" where both ends are equal. */
export function formatRange(from: number, to: number, unit: string): string {
  const [low, high] = [formatNumber(from), formatNumber(to)];
  return low === high ? joinUnit(low, unit) : joinUnit(`${low} to ${high}`, unit);
}

/**
 * Formats the difference of two numbers: "5 million"; for percentages, "5 percentage points". Units are
 * plural, so 1 is shown without its unit.
 */
export function formatDistance(distance: number, unit: string): string {
  if (!unit.startsWith('%')) return distance === 1 ? '1' : formatWithUnit(distance, unit);
  return `${formatNumber(distance)} percentage ${distance === 1 ? 'point' : 'points'}`;
}

function joinUnit(number: string, unit: string): string {
  if (unit === '') return number;
  return unit.startsWith('%') ? `${number}${unit}` : `${number} ${unit}`;
}

/** Splits a unit into the percent sign that stands at its number, if it begins with one, and all other words. */
export function splitUnit(unit: string): readonly [sign: string, words: string] {
  return unit.startsWith('%') ? ['%', unit.slice(1).trim()] : ['', unit];
}
