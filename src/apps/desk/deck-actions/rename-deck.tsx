import { useState } from 'preact/hooks';
import { deckEditing } from '../../../client/deck-editing.ts';
import { DeckNameDialog } from './deck-name-dialog.tsx';
import { RunningOfDeck } from './running-of-deck.tsx';

interface Props {
  /** The name of the deck's folder. */
  readonly deck: string;
  /** Takes the new name. */
  readonly onDone: (name: string) => void;
  readonly onEnded: () => void;
  readonly onClosed: () => void;
}

/** Asks for another name of a deck's folder. Its title stands in its text. */
export function RenameDeck({ deck, onDone, onEnded, onClosed }: Props) {
  const [name, setName] = useState(deck);
  return (
    <DeckNameDialog
      heading={`Rename the folder ${deck}`}
      label="Rename"
      name={name}
      onName={setName}
      submit={(wanted) => deckEditing.rename(deck, wanted)}
      onDone={onDone}
      onClosed={onClosed}
    >
      <RunningOfDeck {...{ deck, onEnded }} />
    </DeckNameDialog>
  );
}
