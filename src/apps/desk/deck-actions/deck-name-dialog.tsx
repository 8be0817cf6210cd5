import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Reply } from '../../../client/api.ts';
import { DialogButtons } from '../../../presenting/dialog-buttons.tsx';
import { ModalDialog } from '../../../presenting/modal-dialog.tsx';

interface Props {
  readonly heading: string;
  /** The label of the button that does it. */
  readonly label: string;
  readonly name: string;
  readonly onName: (name: string) => void;
  /** Fields above that of the name. */
  readonly children?: ComponentChildren;
  readonly submit: (name: string) => Reply<{ readonly name: string }>;
  /** Takes the name of the deck once it is there. */
  readonly onDone: (name: string) => void;
  readonly onClosed: () => void;
}

/** Asks for the name of a deck's folder, and stays open with the reason where that is refused. */
export function DeckNameDialog(props: Props) {
  const { heading, label, name, onName, children, submit, onDone, onClosed } = props;
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    const done = await submit(name.trim());
    setBusy(false);
    setProblem(done.ok ? null : done.error.message);
    if (done.ok) onDone(done.value.name);
  };
  return (
    <ModalDialog name={heading} class="confirm" onClosed={onClosed}>
      <h2>{heading}</h2>
      <form onSubmit={(event) => void send(event)}>
        {children}
        <label class="dialog-field">
          Name of the folder
          <input
            class="field"
            required
            value={name}
            autofocus={children === undefined}
            aria-invalid={problem !== null}
            aria-describedby={problem === null ? undefined : 'deck-name-problem'}
            onInput={({ currentTarget }) => onName(currentTarget.value.replace(/\s/g, '-'))}
          />
        </label>
        {problem !== null && (
          <p id="deck-name-problem" class="problem" role="alert">
            {problem}
          </p>
        )}
        <DialogButtons label={label} isBusy={isBusy} />
      </form>
    </ModalDialog>
  );
}
