import { useState } from 'preact/hooks';
import { deckEditing } from '../../../client/deck-editing.ts';
import { ModalDialog } from '../../../presenting/modal-dialog.tsx';
import { RunningOfDeck } from './running-of-deck.tsx';

interface Props {
  /** The name of the deck's folder. */
  readonly deck: string;
  readonly title: string;
  readonly onDone: () => void;
  readonly onEnded: () => void;
  readonly onClosed: () => void;
}

/** Asks before a deck is deleted. Its sessions stay, with all their answers. */
export function DeleteDeck({ deck, title, onDone, onEnded, onClosed }: Props) {
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const remove = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const removed = await deckEditing.remove(deck);
    setBusy(false);
    if (removed.ok) onDone();
    else setProblem(removed.error.message);
  };
  const question = `Delete the deck “${title}”?`;
  return (
    <ModalDialog name={question} class="confirm" onClosed={onClosed}>
      <h2>{question}</h2>
      <p>
        It is the one in the folder “{deck}”, which can be taken back on the server, from
        “.deleted”. Its sessions stay, with all answers, but without the deck’s pictures.
      </p>
      <RunningOfDeck {...{ deck, onEnded }} />
      <p class="problem" role="alert">
        {problem}
      </p>
      <form method="dialog" class="confirm-buttons">
        <button class="button" autofocus>
          Cancel
        </button>
        <button
          type="button"
          class="button button-final"
          aria-disabled={isBusy}
          onClick={() => void remove()}
        >
          Delete
        </button>
      </form>
    </ModalDialog>
  );
}
