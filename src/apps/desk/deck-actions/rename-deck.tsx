import { useState } from 'preact/hooks';
import { deckEditing } from '../../../client/deck-editing.ts';
import { DeckNameDialog } from './deck-name-dialog.tsx';

interface Props {
  /** The name of the deck's folder. */
  readonly deck: string;
  /** Takes the new name. */
  readonly onDone: (name: string) => void;
}

/** A button that renames the folder of a deck; its title stands in its text. */
export function RenameDeck({ deck, onDone }: Props) {
  const [name, setName] = useState<string | null>(null);
  const close = (): void => setName(null);
  return (
    <>
      <button type="button" class="button" aria-haspopup="dialog" onClick={() => setName(deck)}>
        Rename
      </button>
      {name !== null && (
        <DeckNameDialog
          heading={`Rename ${deck}`}
          label="Rename"
          name={name}
          onName={setName}
          submit={(wanted) => deckEditing.rename(deck, wanted)}
          onDone={(wanted) => {
            close();
            onDone(wanted);
          }}
          onClosed={close}
        />
      )}
    </>
  );
}
