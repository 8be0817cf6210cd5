import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { isStrings } from '../../lib/json.ts';
import { RoomTexts } from '../../moderation/room-texts.phone.tsx';
import { OwnText } from '../../ui/own-text.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { SendForm, stateId } from '../send-form.tsx';
import type { PhoneViewProps } from '../views.ts';
import type { WordCloudAnswer, WordCloudContent, WordCloudShown } from './content.ts';
import { draftOf, readDraft, withText } from './draft.ts';
import { fieldLabel, mostWords, readersNote } from './labels.ts';
import '../../ui/invalid-field.css';
import './word-cloud.css';

type Props = PhoneViewProps<WordCloudContent, WordCloudAnswer, WordCloudShown>;

/** A field for each word; once closed, the words that were given. */
export default function WordCloudPhone(props: Props): ComponentChildren {
  const { labelledBy, answer, open, tally } = props;
  return (
    <div class="word-cloud">
      {open && <Writing {...props} />}
      {!open && answer !== null && (
        <figure class="word-cloud-written" aria-labelledby={labelledBy}>
          <figcaption class="choice-note" lang="en">
            You wrote
          </figcaption>
          <Words words={answer.words} />
        </figure>
      )}
      {tally !== null && <RoomTexts texts={tally} />}
    </div>
  );
}

function Words({ words }: WordCloudAnswer): ComponentChildren {
  return (
    <ul>
      {words.map((word) => (
        <li key={word}>
          <OwnText>{word}</OwnText>
        </li>
      ))}
    </ul>
  );
}

function Writing(props: Props): ComponentChildren {
  const { content, answer, give } = props;
  const [draft, setDraft] = useDraft(props, draftOf(content, answer), isStrings);
  const { words, obstacle, wrong } = readDraft(content, draft);
  const [form, note] = [useId(), useId()];
  return (
    <SendForm
      view={props}
      look="word-cloud-writing"
      form={form}
      obstacle={obstacle}
      given={String(words) === String(answer?.words)}
      onSend={() => give({ words })}
    >
      <p id={note} class="choice-note" lang="en">
        {mostWords(content.words)}. {readersNote(content.approve)}
      </p>
      {Array.from({ length: content.words }, (_, field) => (
        <Field
          key={field}
          label={fieldLabel(content.words, field)}
          text={draft[field] ?? ''}
          describedBy={field === wrong ? `${note} ${stateId(form)}` : note}
          isWrong={field === wrong}
          onText={(text) => setDraft(withText(draft, field, text))}
        />
      ))}
    </SendForm>
  );
}

interface FieldProps {
  readonly label: string;
  readonly text: string;
  readonly describedBy: string;
  readonly isWrong: boolean;
  onText(text: string): void;
}

function Field({ label, text, describedBy, isWrong, onText }: FieldProps): ComponentChildren {
  const id = useId();
  return (
    <div class="word-cloud-field">
      <label for={id} lang="en">
        {label}
      </label>
      <input
        id={id}
        class="field"
        dir="auto"
        autocomplete="off"
        enterkeyhint="send"
        aria-invalid={isWrong}
        aria-describedby={describedBy}
        value={text}
        onInput={(event) => onText(event.currentTarget.value)}
      />
    </div>
  );
}
