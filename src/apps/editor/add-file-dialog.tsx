import { useState } from 'preact/hooks';
import { STYLE_FILE } from '../../deck/deck.ts';
import { DialogButtons } from '../../presenting/dialog-buttons.tsx';
import { ModalDialog } from '../../presenting/modal-dialog.tsx';

interface Props {
  readonly files: readonly string[];
  readonly onAdd: (file: string) => void;
  readonly onClosed: () => void;
}

/** Asks for the name of a further file of the deck. */
export function AddFileDialog({ files, onAdd, onClosed }: Props) {
  const [name, setName] = useState('');
  const file = name.trim();
  const problem = problemOf(file, files);
  return (
    <ModalDialog name="Add a file" class="confirm" onClosed={onClosed}>
      <h2>Add a file</h2>
      <p>
        Markdown files follow each other by their names, and each begins with a new slide.{' '}
        {STYLE_FILE} holds styles.
      </p>
      <form
        method="dialog"
        onSubmit={(event) => (problem === null ? onAdd(file) : event.preventDefault())}
      >
        <label class="dialog-field">
          Name of the file
          <input
            class="field"
            value={name}
            placeholder="02-second-part.md"
            autofocus
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
        {file !== '' && problem !== null && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <DialogButtons label="Add a file" />
      </form>
    </ModalDialog>
  );
}

function problemOf(file: string, files: readonly string[]): string | null {
  if (files.some((one) => one.toLowerCase() === file.toLowerCase())) {
    return `There is a file "${file}" already.`;
  }
  if (file === STYLE_FILE || /^\w[^/\\]*\.md$/.test(file)) return null;
  return `The name ends with .md, or is ${STYLE_FILE}.`;
}
