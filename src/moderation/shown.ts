import { isHeld } from './groups.ts';
import { groupOf, keyOf, textOf } from './text-key.ts';
import { mostFrequentSpelling } from '../lib/spellings.ts';
import { rootOf } from './root-of.ts';
import type { Joined } from './supporters.ts';
import {
  countEntries,
  entryOf,
  firstOf,
  isKeptBack,
  isSpotlit,
  joinedCounts,
  shownKey,
  textsPutAway,
  textsThrough,
  textsWaiting,
  type Entry,
  type Through,
  type WrittenTexts,
} from './texts.ts';

/** Words as the room reads them: those that read the same are one. */
export type Words = {
  /** The index of the option that was tapped with them; null where none was. */
  readonly choice: number | null;
  /** In the spelling that was approved; before, in the most frequent one. */
  readonly text: string;
  /** Attendees who wrote them, or others that were merged into them. */
  readonly count: number;
};

/** Words that were merged into others. */
export type JoinedWords = {
  readonly key: string;
  readonly text: string;
  readonly count: number;
};

/** Words as the presenter reads them. What is left out does not hold. */
export type ReviewedWords = Words & {
  readonly key: string;
  /** true: the room reads them. */
  readonly approved: boolean;
  /** The room reads them, and nobody has approved them. */
  readonly byItself?: true;
  /** On the blocklist. */
  readonly held?: true;
  /** Large on the stage. */
  readonly spotlit?: true;
  readonly joined?: readonly JoinedWords[];
};

/** Written texts as the room may know them. */
export type RoomTexts = {
  /** Different texts that are not approved yet: none that was put away. */
  readonly waiting: number;
  /** Texts, the least frequent, that did not fit into `words`. */
  readonly more: number;
  readonly words: readonly Words[];
  /** The text that the stage shows large; left out where there is none. */
  readonly spotlight?: Words;
};

/** Written texts as the presenter reads them: those that the room reads first, then those that wait. */
export type PresenterTexts = {
  readonly waiting: number;
  readonly more: number;
  readonly words: readonly ReviewedWords[];
  /** Texts that were put away; left out where there are none. */
  readonly putAway?: readonly ReviewedWords[];
};

// A stage has place for some dozen texts, and a phone is sent all of them with every change.
const MOST_FOR_ROOM = 60;
const MOST_FOR_PRESENTER = 300;
const MOST_PUT_AWAY = 100;

/** The texts for the room. */
export function roomTexts(texts: WrittenTexts): RoomTexts {
  const joined = joinedCounts(texts);
  const through = textsThrough(texts, joined, MOST_FOR_ROOM);
  const words = through.first.map((entry) => wordsOf(texts, entry));
  const spotlight = spotlitWords(texts, joined, through);
  return {
    // Where texts come through by themselves, only those wait that the room should not hear of.
    waiting: texts.letsThrough ? 0 : waitingOf(texts, joined, through),
    more: through.size - words.length,
    words,
    ...(spotlight === null ? {} : { spotlight }),
  };
}

/**
 * The texts for the presenter, with all that the room is sent among them, so that each can be taken back;
 * for an export all that there are.
 */
export function presenterTexts(texts: WrittenTexts, most = MOST_FOR_PRESENTER): PresenterTexts {
  const joined = joinedCounts(texts);
  const through = textsThrough(texts, joined, most === Infinity ? most : MOST_FOR_ROOM);
  const forRoom = through.first;
  const waiting = textsWaiting(texts, joined, through, most - forRoom.length);
  const away = textsPutAway(texts, joined, through);
  const parts = joinedParts(texts);
  const review = (entry: Entry): ReviewedWords => reviewed(texts, entry, through, parts);
  const putAway = firstOf(away, most === Infinity ? most : MOST_PUT_AWAY).map(review);
  return {
    waiting: waiting.size,
    more: through.size + waiting.size - forRoom.length - waiting.first.length,
    words: [...forRoom, ...waiting.first].map(review),
    ...(putAway.length === 0 ? {} : { putAway }),
  };
}

function waitingOf(texts: WrittenTexts, joined: Joined, through: Through): number {
  const away = textsPutAway(texts, joined, through).length;
  return countEntries(texts, joined) - through.size - away;
}

/** The text that is spotlit, as long as the room reads it. */
function spotlitWords(texts: WrittenTexts, joined: Joined, through: Through): Words | null {
  const name = texts.spotlight === null ? null : groupOf(texts.spotlight);
  if (name === null || !through.has(name)) return null;
  const approved = [...texts.approved].filter((key) => groupOf(key) === name).sort();
  const entry = entryOf(texts, joined, name, approved.at(-1) ?? null);
  return entry === null ? null : wordsOf(texts, entry);
}

function wordsOf(texts: WrittenTexts, entry: Entry): Words {
  const { choice, count } = entry;
  return { choice, text: textOf(shownKey(texts, entry)), count };
}

function reviewed(
  texts: WrittenTexts,
  entry: Entry,
  through: Through,
  parts: ReadonlyMap<string, readonly JoinedWords[]>,
): ReviewedWords {
  const { name, choice, count } = entry;
  const key = shownKey(texts, entry);
  const approved = through.has(name);
  const group = texts.groups.get(name);
  const isOnList = group !== undefined && isHeld(group, texts.lang);
  const joined = parts.get(name);
  return {
    ...{ key, choice, text: textOf(key), count, approved },
    ...(approved && entry.approved === null ? { byItself: true } : {}),
    ...(isOnList ? { held: true } : {}),
    ...(approved && isSpotlit(texts, name) ? { spotlit: true } : {}),
    ...(joined === undefined ? {} : { joined }),
  };
}

/** The merged texts, by the name under which they go on. */
function joinedParts(texts: WrittenTexts): Map<string, JoinedWords[]> {
  const parts = new Map<string, JoinedWords[]>();
  for (const name of [...texts.merged.keys()].sort()) {
    const group = texts.groups.get(name);
    if (group === undefined) continue;
    const { choice, count, spellings } = group;
    const text = mostFrequentSpelling(spellings);
    const root = rootOf(texts, name);
    parts.set(root, [...(parts.get(root) ?? []), { key: keyOf({ choice, text }), text, count }]);
  }
  return parts;
}

/** true for a group of which the room reads a text. */
export function isThrough(texts: WrittenTexts, name: string): boolean {
  if (texts.merged.has(name)) return false;
  const isWritten = texts.groups.has(name) || joinedCounts(texts).has(name);
  if (!isWritten) return false;
  if ([...texts.approved].some((key) => groupOf(key) === name)) return true;
  return texts.letsThrough && !isKeptBack(texts, name);
}
