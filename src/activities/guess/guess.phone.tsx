import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { formatRange, formatWithUnit } from '../../lib/format-number.ts';
import { isWithin } from '../../lib/number-range.ts';
import { isString } from '../../lib/json.ts';
import { SendForm, stateId } from '../send-form.tsx';
import { readNumber, writeNumber } from '../../lib/typed-number.ts';
import { obstacle } from './draft.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { numberNote } from '../../lib/number-note.ts';
import { useDraft } from '../../ui/use-draft.ts';
import type { PhoneViewProps } from '../views.ts';
import type { GuessAnswer, GuessPrompt, GuessShown, GuessCorrectAnswer } from './guess.ts';
import { Outcome, Room } from './parts/outcome.phone.tsx';
import './guess.css';
import { Quantity } from '../../ui/quantity.tsx';
import { LabelledText } from '../../ui/labelled-text.tsx';

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
            <LabelledText label="Your guess:">
              <b>
                <Quantity value={answer.guess} unit={content.unit} />
              </b>
            </LabelledText>
          </p>
        )
      )}
      {tally !== null && <Room content={content} tally={tally} />}
    </div>
  );
}

function Guessing(props: Props): ComponentChildren {
  const { lang, content, answer, give } = props;
  const given = answer === null ? '' : writeNumber(answer.guess, lang);
  const [text, setText] = useDraft(props, given, isString);
  const read = readNumber(text, { lang, unit: content.unit });
  const guess = read.ok ? read.value.value : null;
  const fits = isWithin(guess, content);
  const form = useId();
  // An empty field is no mistake yet.
  const isInvalid = !fits && text.trim() !== '';
  return (
    <SendForm
      view={props}
      look="guess-form"
      form={form}
      obstacle={obstacle(content, read)}
      given={guess !== null && guess === answer?.guess}
      onSend={() => fits && give({ guess })}
    >
      <NumberField
        label="Your guess"
        lang="en"
        unit={content.unit}
        text={text}
        note={numberNote(read)}
        isInvalid={isInvalid}
        describedBy={isInvalid ? stateId(form) : undefined}
        onText={setText}
      />
      <Slider
        content={content}
        guess={fits ? guess : null}
        onSlide={(value) => setText(writeNumber(value, lang))}
      />
    </SendForm>
  );
}

interface SliderProps {
  readonly content: GuessPrompt;
  readonly guess: number | null;
  onSlide(guess: number): void;
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
        onInput={(event) => onSlide(event.currentTarget.valueAsNumber)}
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
