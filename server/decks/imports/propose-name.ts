import { folderName } from '../../../src/lib/folder-name.ts';
import { readNewDeckName } from '../deck-name.ts';

/** Names of files that say nothing of a deck. */
const SAYS_NOTHING =
  /^(?:slides?|decks?|presentations?|talks?|index|main|master|archive|downloads?|untitled|readme)?$/;

/** Proposes a name for a deck from that of its file or folder, or else from its title. */
export function proposeName(file: string, title: string): string {
  const fromFile = asName(
    file.replace(/\.(?:zip|md|markdown|html?)$/i, '').replace(/ \(\d+\)$/, ''),
  );
  if (!SAYS_NOTHING.test(fromFile)) return fromFile;
  const fromTitle = asName(title);
  return fromTitle === '' ? 'deck' : fromTitle;
}

/** Writes a text as a deck's name; '' where nothing of it can be in one. */
function asName(text: string): string {
  const name = folderName(text);
  return name === '' || readNewDeckName(name).ok ? name : `deck-${name}`;
}
