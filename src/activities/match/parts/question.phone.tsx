import type { ComponentChildren, RefObject } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { OptionButton } from '../../../ui/choice/option-button.tsx';
import { Paging } from '../../../ui/paging/paging.tsx';
import type { PagePause } from '../../../ui/paging/use-page-pause.ts';
import type { Choices, MatchContent, MatchOption } from '../content.ts';
import { OwnText } from '../../../ui/own-text.tsx';

interface QuestionProps {
  readonly content: MatchContent;
  readonly choices: Choices;
  /** The question's index. */
  readonly place: number;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly pause: PagePause;
  choose(question: number, choice: number): void;
  /** Goes to another question, or to the result: null. */
  onMove(place: number | null): void;
}

/** One of the questions, with buttons to those before and after it. */
export function Question({
  content,
  choices,
  place,
  heading,
  pause,
  choose,
  onMove,
}: QuestionProps) {
  const name = useId();
  const paging = useRef<HTMLDivElement>(null);
  const question = content.questions[place];
  if (question === undefined) return null;
  const complete = !choices.includes(null);
  const last = place === content.questions.length - 1;
  return (
    <div class="match">
      <Progress choices={choices} place={place} />
      <h2 class="page-heading" id={name} tabIndex={-1} ref={heading}>
        <span class="choice-note" lang="en">
          {place + 1} of {choices.length}
        </span>{' '}
        <OwnText>{question.ask}</OwnText>
      </h2>
      {/* Another question is another set of buttons: none may keep the focus or look of the last. */}
      <div key={place} class="choices" role="group" aria-labelledby={name} {...pause}>
        {question.options.map((option, choice) => (
          <Option
            key={option.text}
            option={option}
            pressed={choices[place] === choice}
            onPress={() => choose(place, choice)}
            onWarn={() => paging.current?.scrollIntoView({ block: 'nearest' })}
          />
        ))}
      </div>
      <Paging
        place={place}
        onwards={{
          to: complete || last ? null : place + 1,
          name: complete ? 'See your result' : last ? 'All answers' : 'Next',
          quiet: choices[place] === null,
        }}
        element={paging}
        onMove={onMove}
      />
    </div>
  );
}

interface OptionProps {
  readonly option: MatchOption;
  readonly pressed: boolean;
  onPress(): void;
  /** Called when its warning has appeared. */
  onWarn(): void;
}

function Option({ option, pressed, onPress, onWarn }: OptionProps): ComponentChildren {
  return (
    <>
      <OptionButton look="option-framed match-option" pressed={pressed} onPress={onPress}>
        <OwnText>{option.text}</OwnText>
      </OptionButton>
      {option.warning !== '' && <Warning text={pressed ? option.warning : ''} onWarn={onWarn} />}
    </>
  );
}

/** Rendered even when empty: a screen reader announces only changes of an existing region. */
function Warning({ text, onWarn }: { text: string; onWarn(): void }): ComponentChildren {
  const element = useRef<HTMLParagraphElement>(null);
  const said = useRef(text);
  useLayoutEffect(() => {
    if (said.current === text) return;
    said.current = text;
    if (text === '') return;
    // On a small phone it would appear below the screen, and the way on with it.
    onWarn();
    element.current?.scrollIntoView({ block: 'nearest' });
  }, [text, onWarn]);
  return (
    <p class="match-warning" role="status" ref={element}>
      <OwnText>{text}</OwnText>
    </p>
  );
}

/** A mark for each question, filled where it is answered. The heading has the same as text. */
function Progress({ choices, place }: Pick<QuestionProps, 'choices' | 'place'>): ComponentChildren {
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
