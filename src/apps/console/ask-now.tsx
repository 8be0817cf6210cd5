import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { AskForm } from '../../activities/ask-form.ts';
import { askForms } from '../../activities/ask-forms.ts';
import type { ConsoleSession } from '../../client/sessions/presenting-session.ts';
import { listenForPageKeys } from '../../presenting/page-keys.ts';
import type { ConsoleSnapshot } from '../../session/views.ts';
import { emptyDraft, fieldKey, readDraft, withLabels, type AskDraft } from './ask-draft.ts';
import './ask-now.css';
import { AskOptions } from './ask-options.tsx';
import { DialogButtons } from '../../presenting/dialog-buttons.tsx';
import { ModalDialog } from '../../presenting/modal-dialog.tsx';

interface Props {
  readonly session: ConsoleSession;
  readonly snapshot: ConsoleSnapshot;
}

/** A button, and a key, for a question that is in no deck. A draft stays until it is asked. */
export function AskNow({ session, snapshot }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [draft, setDraft] = useState(emptyDraft);
  const asked = useRef(emptyDraft);
  const { ended, undone } = snapshot;
  useEffect(() => {
    // A slip is mended, and not typed once more.
    if (undone?.type !== 'deck:revised' || asked.current.question === '') return;
    setDraft((typed) => (typed.question === '' ? asked.current : typed));
  }, [undone?.step]);
  useEffect(
    () => listenForPageKeys((key) => (key === 'a' && !ended ? () => setOpen(true) : undefined)),
    [ended],
  );
  if (ended) return null;
  return (
    <>
      <button
        type="button"
        class="button button-small"
        aria-haspopup="dialog"
        aria-keyshortcuts="a"
        onClick={() => setOpen(true)}
      >
        Ask now
      </button>
      {isOpen && (
        <AskDialog
          {...{ session, draft, lang: snapshot.lang }}
          onDraft={setDraft}
          onAsked={() => {
            asked.current = draft;
            setDraft({ ...emptyDraft, type: draft.type });
          }}
          onClosed={() => setOpen(false)}
        />
      )}
    </>
  );
}

interface DialogProps {
  readonly session: ConsoleSession;
  readonly draft: AskDraft;
  /** The deck's language. */
  readonly lang: string;
  readonly onDraft: (draft: AskDraft) => void;
  readonly onAsked: () => void;
  readonly onClosed: () => void;
}

function AskDialog({ session, draft, lang, onDraft, onAsked, onClosed }: DialogProps) {
  const { problem, isSending, ask } = useAsking(session, onAsked, onClosed);
  const chosen = askForms.find(({ type }) => type === draft.type) ?? askForms[0];
  if (chosen === undefined) return null;
  const submit = (event: Event): void => {
    event.preventDefault();
    void ask(readDraft(draft, chosen, lang), chosen);
  };
  return (
    <ModalDialog name="Ask now" class="confirm ask-now" onClosed={onClosed}>
      <form onSubmit={submit}>
        <h2>Ask now</h2>
        <TypeChoice type={chosen.type} onType={(type) => onDraft({ ...draft, type })} />
        <QuestionField {...{ draft, lang, onDraft }} asksOnEnter={isAskedByQuestion(chosen)} />
        {chosen.options !== null && (
          <AskOptions {...{ draft, lang, onDraft }} of={chosen.options} />
        )}
        <AskFields {...{ draft, lang, onDraft }} form={chosen} />
        <p class="problem" role="alert">
          {problem}
        </p>
        <DialogButtons label="Ask" isBusy={isSending} />
      </form>
    </ModalDialog>
  );
}

/** Sends a question once; a problem keeps the dialog open, with all that was typed. */
function useAsking(session: ConsoleSession, onAsked: () => void, onClosed: () => void) {
  const [problem, setProblem] = useState('');
  const [isSending, setSending] = useState(false);
  const ask = async (read: ReturnType<typeof readDraft>, form: AskForm): Promise<void> => {
    if (isSending) return;
    if ('missing' in read) return setProblem(read.missing);
    setSending(true);
    const refused = await session.control('question:ask', read.asked);
    setSending(false);
    if (refused !== null) return setProblem(withLabels(refused.message, form));
    onAsked();
    onClosed();
  };
  return { problem, isSending, ask };
}

function TypeChoice({ type, onType }: { type: string; onType: (type: string) => void }) {
  const name = useId();
  return (
    <fieldset class="ask-types">
      <legend class="visually-hidden">Kind of question</legend>
      {askForms.map((form) => (
        <label key={form.type}>
          <input
            type="radio"
            name={name}
            checked={form.type === type}
            onChange={() => onType(form.type)}
          />
          {form.label}
        </label>
      ))}
    </fieldset>
  );
}

type FieldProps = Pick<DialogProps, 'draft' | 'lang' | 'onDraft'>;

/** True where nothing but the question has to be typed: Enter asks it, and else goes to the next field. */
function isAskedByQuestion({ options, fields }: AskForm): boolean {
  return options === null && fields.every(({ start }) => start !== '');
}

type QuestionProps = FieldProps & { readonly asksOnEnter: boolean };

function QuestionField({ draft, lang, onDraft, asksOnEnter }: QuestionProps) {
  const id = useId();
  const onEnter = (event: KeyboardEvent & { readonly currentTarget: HTMLInputElement }): void => {
    if (event.key !== 'Enter' || event.isComposing || asksOnEnter) return;
    // Without a question the form says what is missing.
    if (draft.question.trim() === '') return;
    // Else a poll would be asked before its options are written.
    event.preventDefault();
    const fields = [...(event.currentTarget.form?.querySelectorAll<HTMLElement>('.field') ?? [])];
    fields[fields.indexOf(event.currentTarget) + 1]?.focus();
  };
  return (
    <div class="ask-field">
      <label for={id}>Question</label>
      <input
        id={id}
        class="field"
        lang={lang}
        dir="auto"
        autocomplete="off"
        autofocus
        value={draft.question}
        onKeyDown={onEnter}
        onInput={({ currentTarget }) => onDraft({ ...draft, question: currentTarget.value })}
      />
    </div>
  );
}

type Typing = { readonly currentTarget: HTMLInputElement | HTMLTextAreaElement };

/** The fields of the type's own, each with a text that fits most questions. */
function AskFields({ draft, lang, onDraft, form }: FieldProps & { readonly form: AskForm }) {
  const id = useId();
  return (
    <div class="ask-fields">
      {form.fields.map(({ name, label, kind, start }) => {
        const key = fieldKey(form.type, name);
        const field = {
          ...({ id: `${id}-${name}`, lang, dir: 'auto', autocomplete: 'off' } as const),
          value: draft.fields[key] ?? start,
          onInput: ({ currentTarget: { value } }: Typing) =>
            onDraft({ ...draft, fields: { ...draft.fields, [key]: value } }),
        };
        return (
          <div class="ask-field" key={key}>
            <label for={`${id}-${name}`}>{label}</label>
            {kind === 'lines' ? (
              <textarea {...field} class="field ask-lines" rows={8} spellcheck={false} />
            ) : (
              <input {...field} class="field" inputMode={kind === 'number' ? 'decimal' : 'text'} />
            )}
          </div>
        );
      })}
    </div>
  );
}
