import { useState } from 'preact/hooks';
import { deckEditing } from '../../../client/deck-editing.ts';
import { DeckNameDialog } from './deck-name-dialog.tsx';
import { proposeCopy } from './propose-name.ts';

interface Props {
  /** The name of the deck's folder. */
  readonly deck: string;
  /** Those of all decks. */
  readonly taken: readonly string[];
  /** Takes the name of the copy. */
  readonly onDone: (name: string) => void;
}

/** A button that copies a deck, with all files in its folder. */
export function DuplicateDeck({ deck, taken, onDone }: Props) {
  const [name, setName] = useState<string | null>(null);
  const close = (): void => setName(null);
  return (
    <>
      <button
        type="button"
        class="button"
        aria-haspopup="dialog"
        onClick={() => setName(proposeCopy(deck, taken))}
      >
        Duplicate
      </button>
      {name !== null && (
        <DeckNameDialog
          heading={`Duplicate ${deck}`}
          label="Duplicate"
          name={name}
          onName={setName}
          submit={(copy) => deckEditing.duplicate(deck, copy)}
          onDone={(copy) => {
            close();
            onDone(copy);
          }}
          onClosed={close}
        />
      )}
    </>
  );
}
