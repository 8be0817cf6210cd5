import { useState } from 'preact/hooks';
import { deckEditing, editorPath } from '../../../client/deck-editing.ts';
import { folderName } from '../../../lib/folder-name.ts';
import { DeckNameDialog } from './deck-name-dialog.tsx';

/** A button that makes a deck and opens it in the editor. */
export function NewDeck() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        New deck
      </button>
      {isOpen && <NewDeckDialog onClosed={() => setOpen(false)} />}
    </>
  );
}

function NewDeckDialog({ onClosed }: { onClosed: () => void }) {
  const [title, setTitle] = useState('');
  // null: as the title proposes.
  const [name, setName] = useState<string | null>(null);
  return (
    <DeckNameDialog
      heading="New deck"
      label="Make the deck"
      name={name ?? (folderName(title) || (title.trim() === '' ? '' : 'talk'))}
      onName={setName}
      submit={(chosen) => deckEditing.create({ name: chosen, title })}
      onDone={(made) => location.assign(editorPath(made))}
      onClosed={onClosed}
    >
      <label class="dialog-field">
        Title of the talk
        <input
          class="field"
          required
          value={title}
          autofocus
          onInput={({ currentTarget }) => setTitle(currentTarget.value)}
        />
      </label>
    </DeckNameDialog>
  );
}
