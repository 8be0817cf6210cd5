import type { NumberRange } from '../../lib/number-range.ts';

/** One number for an attendee to enter. */
export type CalculatorInput = NumberRange & {
  readonly label: string;
  /** Empty for a mere number. */
  readonly unit: string;
  /** The initial value. */
  readonly start: number;
};

export type CalculatorContent = {
  readonly inputs: readonly CalculatorInput[];
  /** The result is the product of the inputs and this. */
  readonly factor: number;
  /** The unit of the result. */
  readonly unit: string;
};

/** One number for each input. */
export type CalculatorAnswer = { readonly values: readonly number[] };
