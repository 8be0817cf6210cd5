import { ModalDialog } from '../../../presenting/modal-dialog.tsx';
import { readChosen, readDropped } from './brought-files.ts';
import { ChooseFiles } from './choose-files.tsx';
import { ImportedDeck } from './imported-deck.tsx';
import { SendingProgress } from './sending-progress.tsx';
import { useBringing } from './use-bringing.ts';
import { useFileDrop } from './use-file-drop.ts';
import './bring-deck.css';

interface Props {
  /** Takes the name of the deck that is new in the list. */
  readonly onTaken: (name: string) => void;
}

/** A button that brings a deck from this computer, and the whole page as a place to drop one. */
export function BringDeck({ onTaken }: Props) {
  const { step, choose, bring, close, done } = useBringing();
  const isOver = useFileDrop((transfer) => {
    // Read at once: later the browser has forgotten what was dropped.
    const reading = readDropped(transfer);
    bring(() => reading);
  });
  const taken = (name: string): void => {
    done();
    onTaken(name);
  };
  return (
    <>
      <button type="button" class="button" aria-haspopup="dialog" onClick={choose}>
        Bring a deck
      </button>
      {isOver && step.is === 'closed' && <p class="bring-deck-drop">Drop the deck here</p>}
      {step.is !== 'closed' && (
        <ModalDialog
          name="Bring a deck"
          class={`bring-deck ${isOver && step.is === 'choosing' ? 'bring-deck-over' : ''}`}
          onClosed={close}
        >
          {step.is === 'choosing' && (
            <ChooseFiles
              problem={step.problem}
              onChosen={(files) => bring(async () => readChosen(files))}
            />
          )}
          {step.is === 'sending' && <SendingProgress {...step} />}
          {step.is === 'looking' && <ImportedDeck deck={step.deck} onTaken={taken} />}
        </ModalDialog>
      )}
    </>
  );
}
