import { useRef, useState } from 'preact/hooks';
import { importSession } from '../../../client/import-session.ts';
import { ModalDialog } from '../../../presenting/modal-dialog.tsx';
import type { BroughtEntry } from '../../../protocol/http.ts';
import '../bring-deck/bring-deck.css';
import { BroughtSession } from './brought-session.tsx';

type Step =
  | { readonly is: 'closed' }
  | { readonly is: 'choosing'; readonly problem: string | null }
  | { readonly is: 'sending'; readonly name: string }
  | { readonly is: 'done'; readonly brought: BroughtEntry };

/** A button that brings in a session from its file, as another server has saved it. */
export function BringSession({ onBrought }: { onBrought: () => void }) {
  const [step, setStep] = useState<Step>({ is: 'closed' });
  const sending = useRef(new AbortController());
  const bring = async (file: File): Promise<void> => {
    const { signal } = (sending.current = new AbortController());
    setStep({ is: 'sending', name: file.name });
    const brought = await importSession(file, signal);
    // One that was taken in all the same is in the list.
    if (brought.ok) onBrought();
    if (signal.aborted) return;
    if (brought.ok) setStep({ is: 'done', brought: brought.value });
    else setStep({ is: 'choosing', problem: brought.error.message });
  };
  const close = (): void => {
    sending.current.abort();
    setStep({ is: 'closed' });
  };
  return (
    <>
      <button
        type="button"
        class="button"
        aria-haspopup="dialog"
        onClick={() => setStep({ is: 'choosing', problem: null })}
      >
        Bring in a session
      </button>
      {step.is !== 'closed' && (
        <ModalDialog name="Bring in a session" class="bring-deck" onClosed={close}>
          {step.is === 'choosing' && (
            <ChooseFile problem={step.problem} onChosen={(file) => void bring(file)} />
          )}
          {step.is === 'sending' && <Sending name={step.name} />}
          {step.is === 'done' && <BroughtSession {...step.brought} />}
        </ModalDialog>
      )}
    </>
  );
}

interface ChooseProps {
  /** The reason why a file was refused; null before the first. */
  readonly problem: string | null;
  readonly onChosen: (file: File) => void;
}

function ChooseFile({ problem, onChosen }: ChooseProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <h2>Bring in a session</h2>
      {problem !== null && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <p>
        Choose a file that another server saved with “Save the session”. It is checked before
        anything is added. Here it has ended, and its results are the same.
      </p>
      <form method="dialog" class="confirm-buttons">
        <button class="button">Cancel</button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".json,application/json"
          aria-label="Choose a file"
          onChange={({ currentTarget: { files } }) => {
            const [file] = files ?? [];
            if (file !== undefined) onChosen(file);
          }}
        />
        <button
          type="button"
          class="button button-primary"
          autofocus
          onClick={() => input.current?.click()}
        >
          Choose a file
        </button>
      </form>
    </>
  );
}

function Sending({ name }: { name: string }) {
  return (
    <>
      <h2>{name}</h2>
      <p role="status">The server reads and checks it…</p>
      <form method="dialog" class="confirm-buttons">
        <button class="button" autofocus>
          Cancel
        </button>
      </form>
    </>
  );
}
