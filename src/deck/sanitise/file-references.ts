import { unreachable } from '../../lib/unreachable.ts';
import type { DeckFolder } from '../deck-files.ts';
import { extensions, knownKind, mediaKind, type MediaKind } from '../media-kinds.ts';
import { readAddress, type Address } from './urls.ts';

/**
 * Reports a change to an element. `trace` is the source text to look for; many changes of one `kind` are
 * reported once.
 */
export type Warn = (message: string, trace: string, kind?: string) => void;

const PUT_IT_HERE = "put the file into the deck's folder, and name it from there";
const LONGEST_SHOWN = 80;

/**
 * The address on the server of a file that a slide shows; null where it cannot be shown. Warns of
 * files that are missing, elsewhere, or of a type that is not served. A missing file keeps its
 * address: it may be added during the session.
 *
 * @param wanted the kinds that can be shown there
 */
export function cleanFile(
  written: string,
  wanted: readonly MediaKind[],
  deck: DeckFolder,
  warn: Warn,
): string | null {
  const address = readAddress(written, deck.name);
  if (address.to === 'here' && written.trim() !== '') return written;
  const leftOut = elsewhere(address, deck) ?? typeObjection(address, wanted);
  if (leftOut !== null) {
    warn(`${quoted(written)} is left out: ${leftOut}`, written, leftOut);
    return null;
  }
  if (address.to !== 'deck') return null;
  const isThere = warnIfMissing(address.path, written, deck, warn);
  // The slide is another one once the file is added: screens load it then.
  return isThere ? address.url : `${address.url.replace(/#.*/s, '')}#missing`;
}

/** The address of a link; null where it leads nowhere. Warns as `cleanFile` does. */
export function cleanLink(written: string, deck: DeckFolder, warn: Warn): string | null {
  const address = readAddress(written, deck.name);
  const leftOut = linkObjection(address, written, deck);
  if (leftOut !== null) {
    warn(leftOut, written, leftOut.replace(quoted(written), ''));
    return null;
  }
  if (address.to !== 'deck') return written;
  warnIfMissing(address.path, written, deck, warn);
  return address.url;
}

function linkObjection(address: Address, written: string, deck: DeckFolder): string | null {
  switch (address.to) {
    case 'outside':
    case 'other':
      return `A link to ${quoted(written)} is left out: it leads nowhere on another machine`;
    case 'deck': {
      const objection = typeObjection(address, served);
      return objection === null ? null : `A link to ${quoted(written)} is left out: ${objection}`;
    }
    case 'server':
      // A page of Plenary has no extension.
      return /\.[^./]+$/.test(address.path)
        ? `A link to ${quoted(written)} is left out: ${elsewhere(address, deck) ?? ''}`
        : null;
    case 'here':
    case 'internet':
    case 'contact':
    case 'script':
      return null;
    default:
      return unreachable(address);
  }
}

/** The reason why an address names no file of the deck; null if it does. */
function elsewhere(address: Address, deck: DeckFolder): string | null {
  switch (address.to) {
    case 'deck':
      return null;
    case 'internet':
      return "a room may have no internet; put the file into the deck's folder";
    case 'server': {
      const path = address.path.slice(1);
      return deck.files.find(path).is === 'there' && path !== ''
        ? `an address that begins with / is not in the deck's folder; write ${quoted(path)}`
        : `an address that begins with / is not in the deck's folder; ${PUT_IT_HERE}`;
    }
    case 'here':
      return 'it names no file';
    case 'outside':
    case 'other':
    case 'contact':
    case 'script':
      return PUT_IT_HERE;
    default:
      return unreachable(address);
  }
}

// Sound: the keys of `extensions` are kinds.
const served = Object.keys(extensions) as MediaKind[];

function typeObjection(address: Address, wanted: readonly MediaKind[]): string | null {
  if (address.to !== 'deck') return null;
  const kind = knownKind(address.path);
  const isServed = mediaKind(address.path) !== null;
  if (kind === null || wanted.includes(kind)) {
    if (isServed) return null;
    const usable = kind === null ? wanted : [kind];
    return `files of this type are not served; save it as one of ${typesOf(usable)}`;
  }
  const save = isServed ? '' : `save it as one of ${typesOf([kind])}, and `;
  return `a ${kind} is not shown here; ${save}${otherPlaces[kind]}`;
}

function typesOf(kinds: readonly MediaKind[]): string {
  return kinds.flatMap((kind) => extensions[kind]).join(', ');
}

/** Advice for each kind of file in a place that shows another. */
const otherPlaces: Readonly<Record<MediaKind, string>> = {
  picture: 'show it with ![what it shows](file)',
  film: 'show it with <video controls src="file"></video>',
  sound: 'play it with <audio controls src="file"></audio>',
  font: 'name it in deck.css, with @font-face',
  document: 'link to it with [its name](file)',
};

/** Returns true if the file is there. */
function warnIfMissing(path: string, written: string, deck: DeckFolder, warn: Warn): boolean {
  const found = deck.files.find(path);
  switch (found.is) {
    case 'there':
      return true;
    case 'spelt-differently': {
      const same = found.path.normalize('NFC') === path.normalize('NFC');
      const why = same
        ? 'with other characters that look the same; rename the file'
        : `${quoted(found.path)}, and most servers tell capitals apart; write it so`;
      warn(`The file ${quoted(path)} is spelt ${why}`, written);
      return false;
    }
    case 'missing': {
      const help =
        found.nearest === null
          ? `add it, or correct the name`
          : `did you mean ${quoted(found.nearest)}?`;
      warn(`There is no file ${quoted(path)} in the deck's folder; ${help}`, written);
      return false;
    }
    default:
      return unreachable(found);
  }
}

function quoted(address: string): string {
  const short = [...address.trim()];
  return short.length > LONGEST_SHOWN
    ? `"${short.slice(0, LONGEST_SHOWN).join('')}…"`
    : `"${short.join('')}"`;
}
