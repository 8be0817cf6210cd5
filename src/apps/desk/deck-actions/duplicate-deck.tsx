import { useState } from 'preact/hooks';
import { deckEditing } from '../../../client/deck-editing.ts';
import { freeName } from '../../../lib/folder-name.ts';
import { DeckNameDialog } from './deck-name-dialog.tsx';

interface Props {
  /** The name of the deck's folder. */
  readonly deck: string;
  /** Those of all decks. */
  readonly taken: readonly string[];
  /** Takes the name of the copy. */
  readonly onDone: (name: string) => void;
  readonly onClosed: () => void;
}

/** Asks for a name, and copies a deck with all files in its folder. */
export function DuplicateDeck({ deck, taken, onDone, onClosed }: Props) {
  const [name, setName] = useState(() => freeName(deck, taken));
  return (
    <DeckNameDialog
      heading={`Duplicate ${deck}`}
      label="Duplicate"
      name={name}
      onName={setName}
      submit={(copy) => deckEditing.duplicate(deck, copy)}
      onDone={onDone}
      onClosed={onClosed}
    />
  );
}
