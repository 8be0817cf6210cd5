/** What can be answered: numbers from `from` to `to`, `step` apart as a rule. */
export type NumberRange = {
  readonly from: number;
  readonly to: number;
  readonly step: number;
};

const MOST_STEPS = 1e9;

/** What is wrong with a range, and in which of its members; null where nothing is. */
export function rangeProblem({
  from,
  to,
  step,
}: NumberRange): { key: 'to' | 'step'; message: string } | null {
  if (from >= to) return { key: 'to', message: '"to" must be greater than "from"' };
  if (step <= 0) return { key: 'step', message: '"step" must be greater than 0' };
  // Past this a step gets lost in the digits of the numbers that it parts.
  if (Math.max(Math.abs(from), Math.abs(to)) / step > MOST_STEPS) {
    return { key: 'step', message: '"step" is too small for numbers this large' };
  }
  return null;
}

/** Whether a value that a stranger sent is a number of the range. It may lie between two steps. */
export function isWithin(value: unknown, { from, to }: NumberRange): value is number {
  return typeof value === 'number' && value >= from && value <= to;
}
