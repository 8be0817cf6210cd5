import { useState } from 'preact/hooks';
import { editorPath } from '../../client/deck-editing.ts';
import { TakeAwayDeck } from './bring-deck/take-away-deck.tsx';
import { DuplicateDeck } from './deck-actions/duplicate-deck.tsx';
import { RenameDeck } from './deck-actions/rename-deck.tsx';
import { MoreMenu } from './more-menu.tsx';

interface Props {
  readonly deck: string;
  readonly title: string;
  /** The names of all decks. */
  readonly taken: readonly string[];
  readonly onChanged: () => void;
}

/** The menu of what is done with a deck besides presenting it. */
export function DeckMenu({ deck, title, taken, onChanged }: Props) {
  const [dialog, setDialog] = useState<'duplicate' | 'rename' | null>(null);
  const close = (): void => setDialog(null);
  const done = (): void => {
    close();
    onChanged();
  };
  return (
    <>
      <MoreMenu name={`More: ${title}`}>
        <a class="button" href={editorPath(deck)}>
          Edit
        </a>
        <MenuButton label="Duplicate" onPress={() => setDialog('duplicate')} />
        <MenuButton label="Rename" onPress={() => setDialog('rename')} />
        <TakeAwayDeck name={deck} title={title} />
      </MoreMenu>
      {dialog === 'duplicate' && (
        <DuplicateDeck {...{ deck, taken }} onDone={done} onClosed={close} />
      )}
      {dialog === 'rename' && <RenameDeck deck={deck} onDone={done} onClosed={close} />}
    </>
  );
}

function MenuButton({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <button type="button" class="button" aria-haspopup="dialog" onClick={onPress}>
      {label}
    </button>
  );
}
