import type { ComponentChildren } from 'preact';
import { formatDistance, formatNumber, splitUnit } from '../../../lib/format-number.ts';
import { formatSpread } from '../../../lib/spread-words.ts';
import { formatAnswerCount } from '../../../ui/format-answer-count.ts';
import type { GuessAnswer, GuessPrompt, GuessShown, GuessCorrectAnswer } from '../guess.ts';
import { distanceLabel, isExact, readableSpread } from '../labels.ts';
import '../guess.css';
import '../../../ui/cheer.css';
import { CheckMark } from '../../../ui/marks.tsx';
import { OwnText } from '../../../ui/own-text.tsx';
import { Quantity } from '../../../ui/quantity.tsx';

export interface OutcomeProps {
  readonly content: GuessPrompt;
  /** null where this attendee did not guess. */
  readonly answer: GuessAnswer | null;
  readonly correctAnswer: GuessCorrectAnswer;
}

/** The correct answer, the attendee's guess, the distance between them, and the source. */
export function Outcome({ content, answer, correctAnswer }: OutcomeProps): ComponentChildren {
  const { unit } = content;
  const [sign, words] = splitUnit(unit);
  return (
    <>
      <dl class="guess-outcome">
        <div>
          <dt lang="en">Correct answer</dt>
          <dd class="guess-answer">
            <span class="ltr">{formatNumber(correctAnswer.answer) + sign}</span>
            {words !== '' && <span class="guess-answer-unit"> {words}</span>}
          </dd>
        </div>
        {answer !== null && (
          <div>
            <dt lang="en">Your guess</dt>
            <dd>
              <Quantity value={answer.guess} unit={unit} />
            </dd>
            <Distance guess={answer.guess} answer={correctAnswer.answer} unit={unit} />
          </div>
        )}
      </dl>
      <p>
        <cite class="guess-cite">
          <OwnText>{correctAnswer.source}</OwnText>
        </cite>
      </p>
      {correctAnswer.explain !== '' && (
        <p>
          <OwnText>{correctAnswer.explain}</OwnText>
        </p>
      )}
    </>
  );
}

function Distance(props: { guess: number; answer: number; unit: string }): ComponentChildren {
  const { guess, answer, unit } = props;
  const exact = isExact(guess, answer);
  return (
    <dd class={exact ? 'guess-exact cheer' : 'guess-note'} lang="en">
      {exact && <CheckMark />}
      {distanceLabel(guess, answer, unit)}
    </dd>
  );
}

export interface RoomProps {
  readonly content: GuessPrompt;
  readonly tally: NonNullable<GuessShown>;
}

/** The room's median and middle half, and the guesses near the answer. */
export function Room({ content, tally }: RoomProps): ComponentChildren {
  const { unit } = content;
  return (
    <div class="guess-room guess-note" lang="en">
      <p>
        The room, {formatAnswerCount(tally.guesses)}:{' '}
        {formatSpread(readableSpread(tally.spread, content), unit)}
      </p>
      {tally.within.length > 0 && (
        <dl>
          {tally.within.map(({ distance, guesses }) => (
            <div key={distance}>
              <dt>Within {formatDistance(distance, unit)}</dt>
              <dd>
                {guesses} of {tally.guesses}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
