import type { ComponentChildren, RefObject } from 'preact';
import { useId } from 'preact/hooks';
import type { Choices, MatchContent, MatchOption } from '../content.ts';

interface AskingProps {
  readonly content: MatchContent;
  readonly choices: Choices;
  /** The question's place. */
  readonly place: number;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  choose(question: number, choice: number): void;
  /** Goes to another question, or to the result: null. */
  onMove(place: number | null): void;
}

/** One of the questions, and the way to those before and after it. */
export function Asking({ content, choices, place, heading, choose, onMove }: AskingProps) {
  const name = useId();
  const question = content.questions[place];
  if (question === undefined) return null;
  const complete = !choices.includes(null);
  const last = place === content.questions.length - 1;
  return (
    <div class="match">
      <Progress choices={choices} place={place} />
      <h2 class="match-ask" id={name} tabIndex={-1} ref={heading}>
        <span class="match-note" lang="en">
          {place + 1} of {choices.length}
        </span>{' '}
        {question.ask}
      </h2>
      {/* Another question is another set of buttons: none may keep the focus or look of the last. */}
      <div key={place} class="match-options" role="group" aria-labelledby={name}>
        {question.options.map((option, choice) => (
          <Option
            key={option.text}
            option={option}
            pressed={choices[place] === choice}
            onPress={() => choose(place, choice)}
          />
        ))}
      </div>
      <div class="match-paging" lang="en">
        {place > 0 && (
          <button type="button" class="button button-quiet" onClick={() => onMove(place - 1)}>
            Back
          </button>
        )}
        <button
          type="button"
          class={choices[place] === null ? 'button button-quiet' : 'button'}
          onClick={() => onMove(complete || last ? null : place + 1)}
        >
          {complete ? 'See your result' : last ? 'All answers' : 'Next'}
        </button>
      </div>
    </div>
  );
}

interface OptionProps {
  readonly option: MatchOption;
  readonly pressed: boolean;
  onPress(): void;
}

function Option({ option, pressed, onPress }: OptionProps): ComponentChildren {
  return (
    <>
      <button type="button" class="match-option" aria-pressed={pressed} onClick={onPress}>
        {option.text}
      </button>
      {/* There before it says anything: a screen reader hears only what changes in it. */}
      {option.warning !== '' && (
        <p class="match-warning" role="status">
          {pressed && option.warning}
        </p>
      )}
    </>
  );
}

/** A mark for each question, filled where it is answered; in words it stands in the heading. */
function Progress({ choices, place }: Pick<AskingProps, 'choices' | 'place'>): ComponentChildren {
  return (
    <div class="match-progress" aria-hidden="true">
      {choices.map((choice, question) => (
        <span
          key={question}
          class={[
            'match-mark',
            choice === null ? '' : 'match-mark-answered',
            question === place ? 'match-mark-here' : '',
          ].join(' ')}
        />
      ))}
    </div>
  );
}
