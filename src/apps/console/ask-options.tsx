import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AskedOptions } from '../../activities/ask-form.ts';
import { withOption, type AskDraft } from './ask-draft.ts';

interface Props {
  readonly draft: AskDraft;
  /** The deck's language. */
  readonly lang: string;
  readonly of: AskedOptions;
  readonly onDraft: (draft: AskDraft) => void;
}

/** One line for each option. Enter goes to the next line, and from an empty one it asks. */
export function AskOptions({ draft, lang, of, onDraft }: Props) {
  const id = useId();
  const { lines, goTo } = useLines();
  const change = (index: number, text: string): void => {
    onDraft({ ...draft, options: withOption(draft.options, index, text) });
  };
  const paste = (event: ClipboardEvent, index: number): void => {
    const text = event.clipboardData?.getData('text').trim() ?? '';
    if (!text.includes('\n')) return;
    event.preventDefault();
    change(index, text);
    goTo(index + text.split('\n').length);
  };
  const onKey = (event: KeyboardEvent, index: number): void => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.isComposing) return;
    if (draft.options[index]?.trim() === '') return;
    event.preventDefault();
    goTo(index + 1);
  };
  return (
    <div class="ask-options" ref={lines} role="group" aria-labelledby={`${id}-label`}>
      <p id={`${id}-label`}>Options</p>
      {draft.options.map((text, index) => (
        <div class="ask-option" key={index}>
          {of.marksCorrect && (
            <input
              type="radio"
              name={`${id}-correct`}
              aria-label={`Option ${index + 1} is correct`}
              checked={draft.correct === index}
              onChange={() => onDraft({ ...draft, correct: index })}
            />
          )}
          <input
            class="field"
            aria-label={`Option ${index + 1}`}
            {...{ lang, dir: 'auto', autocomplete: 'off', value: text }}
            placeholder={of.standard[index] ?? ''}
            onInput={({ currentTarget }) => change(index, currentTarget.value)}
            onPaste={(event) => paste(event, index)}
            onKeyDown={(event) => onKey(event, index)}
          />
        </div>
      ))}
      <p class="caption">{hintFor(of)}</p>
    </div>
  );
}

function hintFor({ standard, marksCorrect }: AskedOptions): string {
  const mark = marksCorrect ? 'Mark the correct one. ' : '';
  const empty = standard.length > 0 ? `Left empty: ${standard.join(' and ')}. ` : '';
  return `${mark}${empty}Enter goes to the next line, and asks from an empty one.`;
}

/** The lines, and a function that takes the focus to one of them once it is drawn. */
function useLines() {
  const lines = useRef<HTMLDivElement>(null);
  const wanted = useRef<number | null>(null);
  const [, draw] = useState(0);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    fieldAt(lines.current, wanted.current)?.focus();
    wanted.current = null;
  });
  const goTo = (index: number): void => {
    wanted.current = index;
    draw((times) => times + 1);
  };
  return { lines, goTo };
}

function fieldAt(lines: HTMLElement | null, index: number): HTMLElement | null {
  return lines?.querySelectorAll<HTMLElement>('.ask-option > .field')[index] ?? null;
}
