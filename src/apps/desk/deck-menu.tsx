import { useState } from 'preact/hooks';
import type { DeckEntry } from '../../protocol/http.ts';
import { TakeAwayDeck } from './bring-deck/take-away-deck.tsx';
import { DeleteDeck } from './deck-actions/delete-deck.tsx';
import { DuplicateDeck } from './deck-actions/duplicate-deck.tsx';
import { RenameDeck } from './deck-actions/rename-deck.tsx';
import { MoreMenu } from './more-menu.tsx';

interface Props {
  readonly deck: DeckEntry;
  readonly title: string;
  /** The deck's title, with its folder where that says more. */
  readonly shown: string;
  /** The names of all decks. */
  readonly taken: readonly string[];
  /** Takes the name of the copy, the new name, or that of a deck whose session was ended; '' once the deck is deleted. */
  readonly onChanged: (name: string) => void;
}

/** The menu of a deck's rarer actions. */
export function DeckMenu({
  deck: { name: deck, lastGiven },
  title,
  shown,
  taken,
  onChanged,
}: Props) {
  const [dialog, setDialog] = useState<'duplicate' | 'rename' | 'delete' | null>(null);
  const close = (): void => setDialog(null);
  const onEnded = (): void => onChanged(deck);
  const done = (name: string): void => {
    close();
    onChanged(name);
  };
  return (
    <>
      <MoreMenu name={`More: ${shown}`}>
        <MenuButton label="Duplicate" onPress={() => setDialog('duplicate')} />
        <MenuButton label="Rename the folder" onPress={() => setDialog('rename')} />
        <TakeAwayDeck name={deck} title={shown} />
        {lastGiven !== null && (
          <a
            class="button"
            href={`/api/v1/decks/${encodeURIComponent(deck)}/sessions.zip`}
            download={`plenary-${deck}-sessions.zip`}
            aria-label={`Download all results: ${shown}`}
          >
            Download all results
          </a>
        )}
        <MenuButton label="Delete" onPress={() => setDialog('delete')} />
      </MoreMenu>
      {dialog === 'duplicate' && (
        <DuplicateDeck {...{ deck, taken }} onDone={done} onClosed={close} />
      )}
      {dialog === 'delete' && (
        <DeleteDeck {...{ deck, title, onEnded }} onDone={() => done('')} onClosed={close} />
      )}
      {dialog === 'rename' && <RenameDeck {...{ deck, onEnded }} onDone={done} onClosed={close} />}
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
