import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import type { WireError } from '../../../protocol/wire-error.ts';

interface Props {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly name: string;
  /** The reason for which the name, or the deck, was not taken. */
  readonly problem: WireError | null;
  readonly onName: (name: string) => void;
}

/** The field for the name of a deck's folder. */
export function DeckNameField({ field, name, problem, onName }: Props) {
  const [fieldId, problemId] = [useId(), useId()];
  return (
    <>
      <label for={fieldId}>Name of the deck’s folder</label>
      <input
        id={fieldId}
        ref={field}
        class="field"
        value={name}
        maxLength={64}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        aria-invalid={problem !== null}
        aria-describedby={problemId}
        onInput={({ currentTarget }) => onName(currentTarget.value.replace(/\s/g, '-'))}
      />
      <p id={problemId} class="problem" role="alert">
        {problem?.message}
      </p>
    </>
  );
}
