import type { ComponentChildren } from 'preact';
import { formatSpread } from '../../../lib/spread-words.ts';
import { formatAnswerCount } from '../../../ui/format-answer-count.ts';
import { resultOf, type CalculatorShown } from '../calculator.ts';
import { formatResult } from '../labels.ts';
import '../calculator.css';
import type { CalculatorAnswer, CalculatorContent } from '../content.ts';
import { OwnText } from '../../../ui/own-text.tsx';
import { Quantity } from '../../../ui/quantity.tsx';

export interface ResultProps {
  readonly content: CalculatorContent;
  readonly answer: CalculatorAnswer;
}

/** The attendee's result and the inputs that it comes from. */
export function Result({ content, answer }: ResultProps): ComponentChildren {
  return (
    <>
      <p class="calculator-result" lang="en">
        {formatResult(resultOf(content, answer.values), content.unit)}
      </p>
      <dl class="calculator-inputs">
        {content.inputs.map(({ label, unit }, index) => (
          <div key={label}>
            <dt>
              <OwnText>{label}</OwnText>
            </dt>
            <dd>
              <Quantity value={answer.values[index] ?? 0} unit={unit} />
            </dd>
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

/** A line with the room's median and middle half. */
export function Room({ content, tally }: RoomProps): ComponentChildren {
  return (
    <p class="calculator-room calculator-note" lang="en">
      The room, {formatAnswerCount(tally.answers)}: {formatSpread(tally.spread, content.unit)}
    </p>
  );
}
