import type { ComponentChildren } from 'preact';
import { withUnit } from '../../lib/format-number.ts';
import type { TakeHomeViewProps } from '../views.ts';
import type { GuessAnswer, GuessAsked, GuessShown, GuessSolution } from './guess.ts';
import { Outcome, Room } from './parts/outcome.phone.tsx';

type Props = TakeHomeViewProps<GuessAsked, GuessAnswer, GuessShown, GuessSolution>;

/** One's own guess beside the right answer and the room's median; before that, the guess alone. */
export default function GuessTakeHome(props: Props): ComponentChildren {
  const { content, answer, tally, solution } = props;
  return (
    <>
      {solution === null ? (
        <p>
          <span lang="en">Your guess:</span> <b>{withUnit(answer.guess, content.unit)}</b>
        </p>
      ) : (
        <Outcome content={content} answer={answer} solution={solution} />
      )}
      {tally !== null && <Room content={content} tally={tally} />}
    </>
  );
}
