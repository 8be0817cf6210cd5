import { useId, useRef } from 'preact/hooks';

interface Props {
  /** The label of the button, and of the one that confirms. */
  readonly label: string;
  readonly question: string;
  readonly explanation: string;
  /** true if nothing takes it back: a quiet button, and one in the colour of a warning to confirm. */
  readonly isFinal?: boolean;
  readonly onConfirm: () => void;
}

/** A button for an action that touches everybody: it asks first. */
export function Confirm({ label, question, explanation, isFinal = false, onConfirm }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  return (
    <>
      <button
        type="button"
        class={isFinal ? 'button button-quiet' : 'button'}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        {label}
      </button>
      <dialog ref={dialog} class="confirm" aria-labelledby={heading}>
        <h2 id={heading}>{question}</h2>
        <p>{explanation}</p>
        <form method="dialog" class="confirm-buttons">
          <button class="button" autofocus>
            Cancel
          </button>
          <button
            class={`button ${isFinal ? 'button-final' : 'button-primary'}`}
            onClick={onConfirm}
          >
            {label}
          </button>
        </form>
      </dialog>
    </>
  );
}
