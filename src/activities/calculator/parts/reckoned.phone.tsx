import type { ComponentChildren } from 'preact';
import { rangeInWords, withUnit } from '../../../lib/figures.ts';
import {
  resultOf,
  type CalculatorAnswer,
  type CalculatorContent,
  type CalculatorShown,
} from '../calculator.ts';
import { aboutInWords } from '../words.ts';
import '../calculator.css';

export interface ReckonedProps {
  readonly content: CalculatorContent;
  readonly answer: CalculatorAnswer;
}

/** What was put in, and what it came to. */
export function Reckoned({ content, answer }: ReckonedProps): ComponentChildren {
  return (
    <>
      <p class="calculator-result" lang="en">
        {aboutInWords(resultOf(content, answer.values), content.unit)}
      </p>
      <dl class="calculator-inputs">
        {content.inputs.map(({ label, unit }, index) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{withUnit(answer.values[index] ?? 0, unit)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

export interface RoomProps {
  readonly content: CalculatorContent;
  readonly tally: NonNullable<CalculatorShown>;
}

/** What the room came to, in words. */
export function Room({ content: { unit }, tally }: RoomProps): ComponentChildren {
  const { median, lowerQuartile, upperQuartile } = tally.spread;
  return (
    <p class="calculator-room calculator-note" lang="en">
      The room’s median: {withUnit(median, unit)}, of {tally.answers}. The middle half:{' '}
      {rangeInWords(lowerQuartile, upperQuartile, unit)}.
    </p>
  );
}
