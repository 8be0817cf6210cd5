import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { isString } from '../../lib/json.ts';
import { normaliseText, textLength } from '../../lib/typed-text.ts';
import { ChoiceButton } from '../../ui/choice/choice-button.tsx';
import { OptionButton } from '../../ui/choice/option-button.tsx';
import { SendForm, stateId } from '../send-form.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import type { NextStep } from '../contract.ts';
import type { PhoneViewProps } from '../views.ts';
import { charactersLeft, charactersLeftLabel, obstacle, startedFrom } from './draft.ts';
import type { OpenTextShown } from './tally.ts';
import { Room } from './parts/room.phone.tsx';
import '../../ui/invalid-field.css';
import './open-text.css';
import type { OpenTextAnswer, OpenTextContent } from './content.ts';
import { OwnText } from '../../ui/own-text.tsx';

type Props = PhoneViewProps<OpenTextContent, OpenTextAnswer, OpenTextShown>;

/** A tap answers; what is written is sent. Neither takes the other back. */
export default function OpenTextPhone(props: Props): ComponentChildren {
  const { labelledBy, content, answer, open, tally } = props;
  const text = answer?.text ?? null;
  return (
    <div class="open-text">
      {content.options.length > 0 && (open || tally === null) && <Options {...props} />}
      {open ? (
        <Writing {...props} />
      ) : (
        text !== null && (
          <figure class="open-text-written" aria-labelledby={labelledBy}>
            <figcaption class="choice-note" lang="en">
              You wrote
            </figcaption>
            <OwnText>{text}</OwnText>
          </figure>
        )
      )}
      {tally !== null && <Room content={content} tally={tally} answer={open ? null : answer} />}
    </div>
  );
}

function Options({ labelledBy, content, answer, open, give }: Props): ComponentChildren {
  const text = answer?.text ?? null;
  const tap = (choice: number): void => {
    if (answer?.choice !== choice) give({ choice, text });
    // The second tap takes it back, as long as something is left.
    else if (text !== null) give({ choice: null, text });
  };
  return (
    <div class="choices" role="group" aria-labelledby={labelledBy}>
      {content.options.map((option, choice) => (
        <ChoiceButton
          key={option}
          pressed={answer?.choice === choice}
          given={answer?.choice === choice}
          {...(open ? { onPress: () => tap(choice) } : {})}
        >
          {option}
        </ChoiceButton>
      ))}
    </div>
  );
}

function Writing(props: Props): ComponentChildren {
  const { content, answer, starters, give } = props;
  const { options, longest } = content;
  const [typed, setTyped] = useDraft(props, answer?.text ?? '', isString);
  const field = useRef<HTMLTextAreaElement>(null);
  const [name, help, form] = [useId(), useId(), useId()];
  const choice = answer?.choice ?? null;
  const text = normaliseText(typed);
  const left = longest - textLength(text);
  const start = ({ step }: NextStep): void => {
    setTyped(startedFrom(step, typed, starters, longest));
    field.current?.focus();
  };
  return (
    <SendForm
      view={props}
      look="open-text-writing"
      form={form}
      obstacle={obstacle(content, text, choice)}
      given={answer !== null && text === (answer.text ?? '')}
      onSend={() => give({ choice, text: text || null })}
    >
      {starters.length > 0 && <Starters starters={starters} onStart={start} />}
      <label for={name} lang="en">
        {options.length > 0 ? 'More, in your own words' : 'In your own words'}
      </label>
      <p id={help} class="choice-note" lang="en">
        The presenter reads this before the room does. Do not include names.
      </p>
      <textarea
        id={name}
        ref={field}
        class="field"
        dir="auto"
        aria-invalid={left < 0}
        aria-describedby={left < 0 ? `${help} ${stateId(form)}` : help}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <p class="choice-note open-text-left" lang="en">
        {charactersLeft(left)}
      </p>
      <span class="visually-hidden" role="status" lang="en">
        {charactersLeftLabel(left)}
      </span>
    </SendForm>
  );
}

interface StartersProps {
  readonly starters: readonly NextStep[];
  onStart(starter: NextStep): void;
}

function Starters({ starters, onStart }: StartersProps): ComponentChildren {
  const name = useId();
  return (
    <div class="choices open-text-starters" role="group" aria-labelledby={name}>
      <p id={name} lang="en">
        Start from a suggestion for your lowest ratings, and make it your own
      </p>
      {starters.map((starter) => (
        <OptionButton key={starter.about} onPress={() => onStart(starter)}>
          <span class="open-text-starter">
            <span class="choice-note">
              <OwnText>{starter.about}</OwnText>
            </span>{' '}
            <OwnText>{starter.step}</OwnText>
          </span>
        </OptionButton>
      ))}
    </div>
  );
}
