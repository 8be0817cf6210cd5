import type { ComponentChildren } from 'preact';
import { formatWithUnit } from '../../../lib/format-number.ts';
import { formatAnswerCount } from '../../../ui/format-answer-count.ts';
import { resultOf, type CalculatorShown } from '../calculator.ts';
import { aboutInWords, roomInWords } from '../labels.ts';
import '../calculator.css';
import type { CalculatorAnswer, CalculatorContent } from '../content.ts';

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
            <dd>{formatWithUnit(answer.values[index] ?? 0, unit)}</dd>
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
export function Room({ content, tally }: RoomProps): ComponentChildren {
  return (
    <p class="calculator-room calculator-note" lang="en">
      The room ({formatAnswerCount(tally.answers)}): {roomInWords(tally.spread, content.unit)}.
    </p>
  );
}
