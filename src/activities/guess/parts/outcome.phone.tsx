import type { ComponentChildren } from 'preact';
import {
  formatDistance,
  formatNumber,
  formatRange,
  formatWithUnit,
} from '../../../lib/format-number.ts';
import { formatAnswerCount } from '../../../ui/format-answer-count.ts';
import type { GuessAnswer, GuessPrompt, GuessShown, GuessCorrectAnswer } from '../guess.ts';
import { distanceLabel, readableSpread } from '../labels.ts';
import '../guess.css';
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
  return (
    <>
      <dl class="guess-outcome">
        <div>
          <dt lang="en">Correct answer</dt>
          <dd class="guess-answer">
            <span class="ltr">{formatNumber(correctAnswer.answer)}</span>
            {unit.startsWith('%') ? unit : <span class="guess-answer-unit"> {unit}</span>}
          </dd>
        </div>
        {answer !== null && (
          <div>
            <dt lang="en">Your guess</dt>
            <dd>
              <Quantity value={answer.guess} unit={unit} />
            </dd>
            <dd class="guess-note" lang="en">
              {distanceLabel(answer.guess, correctAnswer.answer, unit)}
            </dd>
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

export interface RoomProps {
  readonly content: GuessPrompt;
  readonly tally: NonNullable<GuessShown>;
}

/** Sentences with the room's median and middle half, and the guesses near the answer. */
export function Room({ content, tally }: RoomProps): ComponentChildren {
  const { unit } = content;
  const { median, lowerQuartile, upperQuartile } = readableSpread(tally.spread, content);
  return (
    <div class="guess-room guess-note" lang="en">
      <p>
        The room ({formatAnswerCount(tally.guesses)}): median {formatWithUnit(median, unit)}, middle
        50%: {formatRange(lowerQuartile, upperQuartile, unit)}.
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
