const IN_ENGLISH = new Intl.NumberFormat('en', { maximumSignificantDigits: 12 });

/** A number without what binary arithmetic adds to it: 0.1 × 3 is 0.3. Twelve digits are kept. */
export function exact(value: number): number {
  // Adding zero makes 0 of −0, which JSON does not keep.
  return Number(value.toPrecision(12)) + 0;
}

/** A number as precise as an estimate is: three significant digits. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3)) + 0;
}

/** A number as people read it: "7,680", "0.25", "−3". */
export function formatNumber(value: number): string {
  return IN_ENGLISH.format(exact(value)).replace('-', '−');
}

/** A number with its unit, or alone where the unit is empty: "80%", "7,680 € a year". */
export function withUnit(value: number, unit: string): string {
  return joined(formatNumber(value), unit);
}

/** Between which numbers something lies: "55 to 80%"; "70%" where both are the same. */
export function rangeInWords(from: number, to: number, unit: string): string {
  const [low, high] = [formatNumber(from), formatNumber(to)];
  return low === high ? joined(low, unit) : joined(`${low} to ${high}`, unit);
}

/**
 * How far apart two numbers are: "5 million"; a distance between percentages is no percentage. The
 * plural of a unit does not go with 1, which stands alone.
 */
export function distanceInWords(distance: number, unit: string): string {
  if (!unit.startsWith('%')) return distance === 1 ? '1' : withUnit(distance, unit);
  return `${formatNumber(distance)} percentage ${distance === 1 ? 'point' : 'points'}`;
}

function joined(number: string, unit: string): string {
  if (unit === '') return number;
  return unit.startsWith('%') ? `${number}${unit}` : `${number} ${unit}`;
}
