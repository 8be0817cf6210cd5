import { numberOf } from '../variables.ts';
import {
  roundToTwelveDigits,
  formatRange,
  roundToThreeDigits,
  formatWithUnit,
} from '../../lib/format-number.ts';
import { histogramOfValues, type Histogram } from '../../lib/histogram.ts';
import { isRecord } from '../../lib/json.ts';
import { isWithin } from '../../lib/number-range.ts';
import { failure, success } from '../../lib/result.ts';
import { countValue, spreadOfValues, type Spread } from '../../lib/stats.ts';
import type { ActivityType, ResultItem } from '../contract.ts';
import { readFactor, readInputs } from './read-inputs.ts';
import type { CalculatorInput, CalculatorContent, CalculatorAnswer } from './content.ts';

type CalculatorTally = {
  answers: number;
  readonly factor: number;
  readonly results: Map<number, number>;
};

/** null where too few have answered. */
export type CalculatorShown = {
  readonly answers: number;
  readonly histogram: Histogram;
  /** To three significant digits. */
  readonly spread: Spread;
} | null;

/** The item of the result in an export. */
const RESULT = 'Result';

export const calculator: ActivityType<
  CalculatorContent,
  CalculatorAnswer,
  CalculatorTally,
  CalculatorShown
> = {
  type: 'calculator',
  // It says something about the attendee's work and pay; four colleagues could tell whose.
  minAnswers: 5,
  results: 'live',

  read: (fence) => ({
    inputs: readInputs(fence, RESULT),
    factor: readFactor(fence),
    unit: fence.text('unit'),
  }),

  publicContent: (content) => content,
  correctAnswer: () => null,
  isCorrect: () => null,

  check({ inputs }, answer) {
    const written = isRecord(answer) ? answer['values'] : undefined;
    if (!Array.isArray(written) || written.length !== inputs.length) {
      return failure('The answer must hold one number for each input.');
    }
    const values: number[] = [];
    for (const [index, input] of inputs.entries()) {
      const value: unknown = written[index];
      if (!isWithin(value, input)) return failure(`${input.label}: ${rangeLabel(input)}`);
      values.push(roundToTwelveDigits(value));
    }
    return success({ values });
  },

  emptyTally: ({ factor }) => ({ answers: 0, factor, results: new Map() }),

  count(tally, { values }, by) {
    tally.answers += by;
    countValue(tally.results, resultOf(tally, values), by);
  },

  show({ answers, results }, _content, { minAnswers }) {
    const histogram = histogramOfValues(results);
    const spread = spreadOfValues(results);
    if (histogram === null || spread === null || answers < minAnswers) return null;
    // Of five results the median and the quartiles are three that somebody gave.
    const { count, lowerQuartile, median, upperQuartile } = spread;
    return {
      answers,
      histogram,
      spread: {
        count,
        lowerQuartile: roundToThreeDigits(lowerQuartile),
        median: roundToThreeDigits(median),
        upperQuartile: roundToThreeDigits(upperQuartile),
      },
    };
  },

  report(content, { values }) {
    const line = (item: string, value: number, unit: string): ResultItem => {
      return { item, value, choice: formatWithUnit(value, unit), text: '' };
    };
    return [
      ...content.inputs.map(({ label, unit }, index) => line(label, values[index] ?? 0, unit)),
      line(RESULT, resultOf(content, values), content.unit),
    ];
  },

  variables: ({ inputs }) => [...inputs.map(({ label }) => numberOf(label)), numberOf(RESULT)],

  groupings: (content) => [
    ...content.inputs.map(({ label, unit }, input) => ({
      item: label,
      by: 'number' as const,
      unit,
      of: ({ values }: CalculatorAnswer) => values[input] ?? null,
    })),
    {
      item: RESULT,
      by: 'number',
      unit: content.unit,
      of: ({ values }) => resultOf(content, values),
    },
  ],

  example: `question: What do our meetings take in a year?
inputs:
  - {label: Hours a week, from: 0, to: 60, start: 5}
  - {label: People, from: 1, to: 500, start: 10}
factor: 46
unit: hours a year`,

  sample: {
    options: {
      ...{ id: 'sample', question: 'What is it worth?', factor: 0.1, unit: '€ a year' },
      inputs: [
        { label: 'Releases a year', from: 0, to: 500, start: 12 },
        { label: 'Cost of an hour', unit: '€', from: 0, to: 500, start: 80 },
      ],
    },
    fitting: [
      { values: [12, 80] },
      { values: [0, 80] },
      { values: [500, 500] },
      { values: [3, 0.1] },
    ],
    unfitting: [
      null,
      [12, 80],
      {},
      { values: [12] },
      { values: [12, 80, 1] },
      { values: [12, null] },
      { values: ['12', 80] },
      { values: [NaN, 80] },
      { values: [12, Infinity] },
      { values: [-1, 80] },
      { values: [12, 500.5] },
    ],
  },

  sampleAnswer: ({ inputs }: CalculatorContent, attendee) => ({
    values: inputs.map(({ start, step, to }, index) =>
      Math.min(roundToTwelveDigits(start + attendee * (index + 1) * step), to),
    ),
  }),
};

/** The product of an answer's numbers and the factor, without floating-point noise. */
export function resultOf(
  { factor }: Pick<CalculatorContent, 'factor'>,
  values: readonly number[],
): number {
  return roundToTwelveDigits(values.reduce((product, value) => product * value, factor));
}

/** A sentence with the range of an input: "enter a number from 0 to 500 €." */
export function rangeLabel({ from, to, unit }: CalculatorInput): string {
  return `enter a number from ${formatRange(from, to, unit)}.`;
}
