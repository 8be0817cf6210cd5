import type { ComponentChildren } from 'preact';
import type { TakeHomeViewProps } from '../views.ts';
import type { CalculatorShown } from './calculator.ts';
import { Result, Room } from './parts/result.phone.tsx';
import type { CalculatorAnswer, CalculatorContent } from './content.ts';

type Props = TakeHomeViewProps<CalculatorContent, CalculatorAnswer, CalculatorShown>;

/** The attendee's result and its inputs, beside the room's median and middle half. */
export default function CalculatorTakeHome({ content, answer, tally }: Props): ComponentChildren {
  return (
    <>
      <Result content={content} answer={answer} />
      {tally !== null && <Room content={content} tally={tally} />}
    </>
  );
}
