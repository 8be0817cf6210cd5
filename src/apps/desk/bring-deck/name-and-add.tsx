import { useRef, useState } from 'preact/hooks';
import { importApi } from '../../../client/import-api.ts';
import type { WireError } from '../../../protocol/wire-error.ts';
import { DialogButtons } from '../../../presenting/dialog-buttons.tsx';
import { DeckNameField } from './deck-name-field.tsx';

interface Props {
  /** The id of the import. */
  readonly id: string;
  readonly proposed: string;
  readonly onTaken: (name: string) => void;
}

/** The form that adds a deck under a name, or discards it. */
export function NameAndAdd({ id, proposed, onTaken }: Props) {
  const [name, setName] = useState(proposed);
  const [problem, setProblem] = useState<WireError | null>(null);
  const [isAdding, setAdding] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const add = async (): Promise<void> => {
    // A second press would find that the first has taken it.
    if (isAdding) return;
    setAdding(true);
    const taken = await importApi.take(id, name.trim());
    setAdding(false);
    if (taken.ok) return onTaken(taken.value.name);
    setProblem(taken.error);
    field.current?.focus();
  };
  const useFree = (free: string): void => {
    setName(free);
    setProblem(null);
    field.current?.focus();
  };
  const free = problem?.free;
  return (
    <form
      class="bring-deck-name"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <DeckNameField field={field} name={name} problem={problem} onName={setName} />
      {free !== undefined && (
        <button type="button" class="button" onClick={() => useFree(free)}>
          Use “{free}”
        </button>
      )}
      <DialogButtons
        cancel="Discard"
        label={isAdding ? 'Adding…' : 'Add to my decks'}
        isBusy={isAdding}
      />
    </form>
  );
}
