import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { isWithin } from '../../lib/number-range.ts';
import { isStrings } from '../../lib/json.ts';
import { SendForm, stateId } from '../send-form.tsx';
import { readNumber, writeNumber } from '../../lib/typed-number.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { numberNote } from '../../lib/number-note.ts';
import { useDraft } from '../../ui/use-draft.ts';
import type { PhoneViewProps } from '../views.ts';
import { resultOf, type CalculatorShown } from './calculator.ts';
import { draftOf, readDraft, stepped, withText } from './draft.ts';
import { Result, Room } from './parts/result.phone.tsx';
import { formatResult } from './labels.ts';
import './calculator.css';
import type { CalculatorAnswer, CalculatorContent, CalculatorInput } from './content.ts';

type Props = PhoneViewProps<CalculatorContent, CalculatorAnswer, CalculatorShown>;

/** Number fields, their result while typing, and a button to send them. */
export default function CalculatorPhone(props: Props): ComponentChildren {
  const { content, answer, open, tally } = props;
  return (
    <div class="calculator">
      {open ? (
        <Reckoning {...props} />
      ) : (
        answer !== null && <Result content={content} answer={answer} />
      )}
      {tally !== null && <Room content={content} tally={tally} />}
    </div>
  );
}

function Reckoning(props: Props): ComponentChildren {
  const { lang, content, answer, give } = props;
  const [draft, setDraft] = useDraft(props, draftOf(content, answer, lang), isStrings);
  const read = readDraft(content, draft, lang);
  const values = 'values' in read ? read.values : null;
  const wrong = 'place' in read ? read.place : null;
  const form = useId();
  return (
    <SendForm
      view={props}
      look="calculator-form"
      form={form}
      obstacle={'obstacle' in read ? read.obstacle : null}
      given={values !== null && String(values) === String(answer?.values)}
      onSend={() => values !== null && give({ values })}
    >
      {content.inputs.map((input, index) => (
        <Input
          key={input.label}
          input={input}
          lang={lang}
          text={draft[index] ?? ''}
          describedBy={index === wrong ? stateId(form) : undefined}
          onText={(text) => setDraft(withText(draft, index, text))}
        />
      ))}
      <output class="calculator-result" lang="en">
        {values !== null && formatResult(resultOf(content, values), content.unit)}
      </output>
    </SendForm>
  );
}

interface InputProps {
  readonly input: CalculatorInput;
  readonly lang: string;
  readonly text: string;
  /** The id of a sentence on what is wrong with the text. */
  readonly describedBy: string | undefined;
  onText(text: string): void;
}

function Input({ input, lang, text, describedBy, onText }: InputProps): ComponentChildren {
  const { label, unit } = input;
  const read = readNumber(text, { lang, unit });
  const value = read.ok ? read.value.value : null;
  const step = (by: 1 | -1): void => {
    onText(writeNumber(stepped(input, value, by), lang));
  };
  return (
    <NumberField
      {...{ label, unit, text, describedBy, onText }}
      note={numberNote(read)}
      isInvalid={!isWithin(value, input)}
    >
      <button type="button" class="button calculator-step" onClick={() => step(-1)}>
        <span aria-hidden="true">−</span>
        <span class="visually-hidden">
          <span lang="en">Less:</span> {input.label}
        </span>
      </button>
      <button type="button" class="button calculator-step" onClick={() => step(1)}>
        <span aria-hidden="true">+</span>
        <span class="visually-hidden">
          <span lang="en">More:</span> {input.label}
        </span>
      </button>
    </NumberField>
  );
}
