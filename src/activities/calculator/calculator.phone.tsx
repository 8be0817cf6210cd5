import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { readNumber, writeNumber } from '../../lib/typed-number.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { numberNote } from '../../ui/number-note.ts';
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

function Reckoning({ labelledBy, lang, content, answer, give }: Props): ComponentChildren {
  const [draft, setDraft] = useDraft(answer, (given) => draftOf(content, given, lang));
  const status = useId();
  const read = readDraft(content, draft, lang);
  const values = 'values' in read ? read.values : null;
  const given = values !== null && String(values) === String(answer?.values);
  const unsendable = values === null || given;
  const send = (event: Event): void => {
    event.preventDefault();
    if (values !== null && !given) give({ values });
  };
  return (
    <form class="calculator-form" aria-labelledby={labelledBy} noValidate onSubmit={send}>
      {content.inputs.map((input, index) => (
        <Input
          key={input.label}
          input={input}
          lang={lang}
          text={draft[index] ?? ''}
          onText={(text) => setDraft(withText(draft, index, text))}
        />
      ))}
      <output class="calculator-result" lang="en">
        {'obstacle' in read
          ? read.obstacle
          : formatResult(resultOf(content, read.values), content.unit)}
      </output>
      {/* Not `disabled`: a button that can't be focused can't say why it does nothing. */}
      <button
        class="button button-primary"
        aria-disabled={unsendable}
        aria-describedby={status}
        lang="en"
      >
        Send
      </button>
      <p id={status} class="calculator-note" lang="en">
        {given ? 'This is what you sent.' : unsendable ? 'Not ready to send.' : 'Ready to send.'}
      </p>
    </form>
  );
}

interface InputProps {
  readonly input: CalculatorInput;
  readonly lang: string;
  readonly text: string;
  onText(text: string): void;
}

function Input({ input, lang, text, onText }: InputProps): ComponentChildren {
  const { label, unit } = input;
  const read = readNumber(text, { lang, unit });
  const step = (by: 1 | -1): void => {
    const value = read.ok ? read.value.value : null;
    onText(writeNumber(stepped(input, value, by), lang));
  };
  return (
    <NumberField {...{ label, unit, text, onText }} note={numberNote(read, unit)}>
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
