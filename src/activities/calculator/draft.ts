import { roundToTwelveDigits } from '../../lib/format-number.ts';
import { isWithin } from '../../lib/number-range.ts';
import type { Result } from '../../lib/result.ts';
import {
  readNumber,
  writeNumber,
  type NumberProblem,
  type TypedNumber,
} from '../../lib/typed-number.ts';
import { numberProblemLabel } from '../../lib/number-note.ts';
import { rangeLabel } from './calculator.ts';
import type { CalculatorAnswer, CalculatorContent, CalculatorInput } from './content.ts';

/** The texts in the input fields, one for each input. */
export type Draft = readonly string[];

/** The draft of a given answer; of the start values where none was given. */
export function draftOf(
  content: CalculatorContent,
  answer: CalculatorAnswer | null,
  lang: string,
): Draft {
  return content.inputs.map(({ start }, index) =>
    writeNumber(answer?.values[index] ?? start, lang),
  );
}

/** The draft with the text of one input changed. */
export function withText(draft: Draft, index: number, text: string): Draft {
  return draft.map((before, place) => (place === index ? text : before));
}

/** A value one step up or down, within the range of the input; its start for null. */
export function stepped(input: CalculatorInput, value: number | null, by: 1 | -1): number {
  if (value === null) return input.start;
  return Math.min(Math.max(roundToTwelveDigits(value + by * input.step), input.from), input.to);
}

/** The numbers of a draft; or an obstacle, a sentence for the attendee, and the input that it is about. */
export function readDraft(
  { inputs }: CalculatorContent,
  draft: Draft,
  lang: string,
): { readonly values: readonly number[] } | { readonly obstacle: string; readonly place: number } {
  const values: number[] = [];
  for (const [index, input] of inputs.entries()) {
    const read = readNumber(draft[index] ?? '', { lang, unit: input.unit });
    const value = read.ok ? read.value.value : null;
    if (!isWithin(value, input)) {
      return { obstacle: `${input.label}: ${problemOf(read, input)}`, place: index };
    }
    values.push(value);
  }
  return { values };
}

function problemOf(read: Result<TypedNumber, NumberProblem>, input: CalculatorInput): string {
  if (read.ok || read.error === 'empty') return rangeLabel(input);
  const label = numberProblemLabel(read.error, input.unit);
  return label.charAt(0).toLowerCase() + label.slice(1);
}
