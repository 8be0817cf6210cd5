import { formatNumber } from './format-number.ts';
import type { Result } from './result.ts';
import type { NumberProblem, TypedNumber } from './typed-number.ts';
import { unreachable } from './unreachable.ts';

/** A sentence on a number that was read in one of two ways; else empty. */
export function numberNote(read: Result<TypedNumber, NumberProblem>): string {
  if (!read.ok || !read.value.ambiguous) return '';
  const { value } = read.value;
  const kind = Number.isInteger(value) ? 'a whole number' : 'a decimal number';
  return `Read as ${formatNumber(value)}, ${kind}.`;
}

/** A sentence on a text that is no number: why it is none, and what to type. */
export function numberProblemLabel(problem: Exclude<NumberProblem, 'empty'>, unit: string): string {
  switch (problem) {
    case 'fraction':
      return 'Fractions cannot be read. Type a decimal number, such as 0.5.';
    case 'separators':
      return 'The commas, points or spaces are not those of a number. Type it without any between thousands.';
    case 'too-large':
      return 'This number is too large.';
    case 'not-a-number':
      return unit === ''
        ? 'Type a number alone, in digits.'
        : `Type a number in digits, in ${unit}.`;
    default:
      return unreachable(problem);
  }
}
