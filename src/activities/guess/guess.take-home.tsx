import type { ComponentChildren } from 'preact';
import type { TakeHomeViewProps } from '../views.ts';
import type { GuessAnswer, GuessPrompt, GuessShown, GuessCorrectAnswer } from './guess.ts';
import { Outcome, Room } from './parts/outcome.phone.tsx';
import { Quantity } from '../../ui/quantity.tsx';
import { LabelledText } from '../../ui/labelled-text.tsx';

type Props = TakeHomeViewProps<GuessPrompt, GuessAnswer, GuessShown, GuessCorrectAnswer>;

/** The attendee's guess, once revealed beside the correct answer and the room's median. */
export default function GuessTakeHome(props: Props): ComponentChildren {
  const { content, answer, tally, correctAnswer } = props;
  return (
    <>
      {correctAnswer === null ? (
        <p>
          <LabelledText label="Your guess:">
            <b>
              <Quantity value={answer.guess} unit={content.unit} />
            </b>
          </LabelledText>
        </p>
      ) : (
        <Outcome content={content} answer={answer} correctAnswer={correctAnswer} />
      )}
      {tally !== null && <Room content={content} tally={tally} />}
    </>
  );
}
