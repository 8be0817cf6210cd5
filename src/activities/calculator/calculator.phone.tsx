import type { ComponentChildren } from 'preact';
import { isStrings } from '../../lib/json.ts';
import { SendForm } from '../send-form.tsx';
import { NumberField, parseNumber } from '../../ui/number-field.tsx';
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
  const { content, answer, give } = props;
  const [draft, setDraft] = useDraft(props, draftOf(content, answer), isStrings);
  const read = readDraft(content, draft.map(parseNumber));
  const values = 'values' in read ? read.values : null;
  return (
    <SendForm
      view={props}
      look="calculator-form"
      obstacle={'obstacle' in read ? read.obstacle : null}
      given={values !== null && String(values) === String(answer?.values)}
      onSend={() => values !== null && give({ values })}
    >
      {content.inputs.map((input, index) => (
        <Input
          key={input.label}
          input={input}
          text={draft[index] ?? ''}
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
  readonly text: string;
  onText(text: string): void;
}

function Input({ input, text, onText }: InputProps): ComponentChildren {
  const step = (by: 1 | -1): void => onText(String(stepped(input, parseNumber(text), by)));
  return (
    <NumberField label={input.label} unit={input.unit} range={input} text={text} onText={onText}>
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
