import type { AskForm } from '../../activities/ask-form.ts';
import type { AskedQuestion } from '../../deck/asked-slide.ts';
import { readNumber } from '../../lib/typed-number.ts';
import { normaliseText } from '../../lib/typed-text.ts';

/** A question that is being typed. It keeps the fields of one type while another is chosen. */
export interface AskDraft {
  /** '' for the first of the types. */
  readonly type: string;
  readonly question: string;
  /** One text for each line, empty ones as well. */
  readonly options: readonly string[];
  /** The index of the line that is marked as correct, or null. */
  readonly correct: number | null;
  /** By type and name of the field, where something was typed. */
  readonly fields: Readonly<Record<string, string>>;
}

export const emptyDraft: AskDraft = {
  type: '',
  question: '',
  options: ['', ''],
  correct: null,
  fields: {},
};

/** The name of a field in a draft. */
export function fieldKey(type: string, field: string): string {
  return `${type}/${field}`;
}

/** The draft as a question, or a sentence that names a missing part. Numbers are read as in `lang`. */
export function readDraft(
  draft: AskDraft,
  form: AskForm,
  lang: string,
): { readonly asked: AskedQuestion } | { readonly missing: string } {
  const question = normaliseText(draft.question);
  if (question === '') return { missing: 'Write the question.' };
  const options = readOptions(draft, form);
  if (typeof options === 'string') return { missing: options };
  const fields: Record<string, string | number> = {};
  for (const field of form.fields) {
    const value = readField(textOf(draft, form, field), field, lang);
    if (value === null) return { missing: `“${field.label}” must be a number.` };
    if (value === '') return { missing: `Fill in “${field.label}”.` };
    fields[field.name] = value;
  }
  return {
    asked: { type: form.type, options: { question, ...form.toFence({ ...options, fields }) } },
  };
}

/** A message about options of a fence, with the labels of their fields: “From” for "from". */
export function withLabels(message: string, form: AskForm): string {
  return message.replace(/"([a-z-]+)"/g, (quoted, name: string) => {
    const field = form.fields.find((one) => one.name === name);
    return field === undefined ? quoted : `“${field.label}”`;
  });
}

type Field = AskForm['fields'][number];

/** The text of a field: as typed, or as it began. */
function textOf({ fields }: AskDraft, { type }: AskForm, { name, start, kind }: Field): string {
  const text = fields[fieldKey(type, name)] ?? start;
  // Spaces are the indentation of a code.
  return kind === 'lines' ? text.trimEnd() : normaliseText(text);
}

/** The value of a field; empty where nothing is typed, null for a text that is no number. */
function readField(text: string, { kind }: Field, lang: string): string | number | null {
  if (kind !== 'number' || text === '') return text;
  const number = readNumber(text, { lang, unit: '' });
  return number.ok ? number.value.value : null;
}

interface ReadOptions {
  readonly options: readonly string[];
  readonly correct: number | null;
}

function readOptions(draft: AskDraft, form: AskForm): ReadOptions | string {
  if (form.options === null) return { options: [], correct: null };
  const lines = draft.options.map(normaliseText);
  const written = lines.filter((line) => line !== '');
  const options = written.length === 0 ? form.options.standard : written;
  if (options.length < 2) return 'Write two options at least.';
  if (!form.options.marksCorrect) return { options, correct: null };
  const marked = draft.correct === null ? '' : (lines[draft.correct] ?? '');
  if (marked === '') return 'Mark the correct option.';
  const before = lines.slice(0, draft.correct ?? 0).filter((line) => line !== '');
  return { options, correct: before.length + 1 };
}

/**
 * The options with a text typed or pasted into one of the lines: several lines become several options.
 * A last empty line is always there to go on.
 */
export function withOption(options: readonly string[], index: number, text: string): string[] {
  const lines = text.split(/\r?\n/);
  const changed = options.toSpliced(index, 1, ...lines);
  return changed.at(-1) === '' ? changed : [...changed, ''];
}
