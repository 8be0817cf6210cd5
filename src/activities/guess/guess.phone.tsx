import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { formatRange, formatWithUnit } from '../../lib/format-number.ts';
import { isWithin } from '../../lib/number-range.ts';
import { NumberField, parseNumber } from '../../ui/number-field.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import type { PhoneViewProps } from '../views.ts';
import type { GuessAnswer, GuessPrompt, GuessShown, GuessCorrectAnswer } from './guess.ts';
import { Outcome, Room } from './parts/outcome.phone.tsx';
import './guess.css';
import { Quantity } from '../../ui/quantity.tsx';

type Props = PhoneViewProps<GuessPrompt, GuessAnswer, GuessShown, GuessCorrectAnswer>;

/** A number to type or to slide to, and to send; once revealed, its distance from the answer. */
export default function GuessPhone(props: Props): ComponentChildren {
  const { content, answer, open, tally, correctAnswer } = props;
  return (
    <div class="guess">
      {open ? (
        <Guessing {...props} />
      ) : correctAnswer !== null ? (
        <Outcome content={content} answer={answer} correctAnswer={correctAnswer} />
      ) : (
        answer !== null && (
          <p>
            <span lang="en">Your guess:</span>{' '}
            <b>
              <Quantity value={answer.guess} unit={content.unit} />
            </b>
          </p>
        )
      )}
      {tally !== null && <Room content={content} tally={tally} />}
    </div>
  );
}

function Guessing({ labelledBy, content, answer, give }: Props): ComponentChildren {
  const [text, setText] = useDraft(answer, (given) => (given === null ? '' : `${given.guess}`));
  const status = useId();
  const guess = parseNumber(text);
  const fits = isWithin(guess, content);
  const unsendable = !fits || guess === answer?.guess;
  const send = (event: Event): void => {
    event.preventDefault();
    if (fits && !unsendable) give({ guess });
  };
  return (
    <form class="guess-form" aria-labelledby={labelledBy} noValidate onSubmit={send}>
      <NumberField
        label="Your guess"
        lang="en"
        unit={content.unit}
        range={content}
        text={text}
        onText={setText}
      />
      <Slider content={content} guess={fits ? guess : null} onSlide={setText} />
      {/* Not `disabled`: a button that can't be focused can't say why it does nothing. */}
      <button
        class="button button-primary"
        aria-disabled={unsendable}
        aria-describedby={status}
        lang="en"
      >
        Send
      </button>
      <p id={status} class="guess-note" role="status" lang="en">
        {fieldHint(content, text, answer)}
      </p>
    </form>
  );
}

interface SliderProps {
  readonly content: GuessPrompt;
  readonly guess: number | null;
  onSlide(text: string): void;
}

/** A slider; in the middle, and read out as empty, until there is a guess. */
function Slider({ content, guess, onSlide }: SliderProps): ComponentChildren {
  const { from, to, step, unit } = content;
  return (
    <div class="guess-slider">
      <input
        type="range"
        class={guess === null ? 'guess-range guess-range-unset' : 'guess-range'}
        aria-label={`Slide to your guess, from ${formatRange(from, to, unit)}`}
        aria-valuetext={guess === null ? 'no guess yet' : formatWithUnit(guess, unit)}
        min={from}
        max={to}
        step={step}
        value={guess ?? (from + to) / 2}
        onInput={(event) => onSlide(event.currentTarget.value)}
      />
      <p class="guess-ends guess-note" aria-hidden="true">
        <span>
          <Quantity value={from} unit={unit} />
        </span>
        <span>
          <Quantity value={to} unit={unit} />
        </span>
      </p>
    </div>
  );
}

/** A sentence below the field: what is missing, or whether the guess was sent. */
function fieldHint(content: GuessPrompt, text: string, answer: GuessAnswer | null): string {
  const guess = parseNumber(text);
  if (guess === null) return 'Type a number, or move the slider.';
  if (!isWithin(guess, content)) {
    return `Guess a number from ${formatRange(content.from, content.to, content.unit)}.`;
  }
  return guess === answer?.guess ? 'This is your guess.' : 'Ready to send.';
}
