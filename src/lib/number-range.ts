/** The numbers that can be answered: from `from` to `to`, normally `step` apart. */
export type NumberRange = {
  readonly from: number;
  readonly to: number;
  readonly step: number;
};

const MAX_STEPS = 1e9;

/** The first problem of a range, and the member that has it; null for a valid range. */
export function rangeProblem({
  from,
  to,
  step,
}: NumberRange): { key: 'to' | 'step'; message: string } | null {
  if (from >= to) return { key: 'to', message: '"to" must be greater than "from"' };
  if (step <= 0) return { key: 'step', message: '"step" must be greater than 0' };
  // Beyond this, adding a step would change none of the twelve digits that are kept.
  if (Math.max(Math.abs(from), Math.abs(to)) / step > MAX_STEPS) {
    return { key: 'step', message: '"step" is too small for numbers this large' };
  }
  return null;
}

/** Returns true for a number within the range; it may lie between two steps. */
export function isWithin(value: unknown, { from, to }: NumberRange): value is number {
  return typeof value === 'number' && value >= from && value <= to;
}

/** Returns true for a whole number from `least` to `most`. */
export function isInteger(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}
