import { mostFrequentSpelling } from '../lib/spellings.ts';
import { isOnBlocklist } from './blocklist.ts';
import { insertInOrder } from './insert-in-order.ts';
import { isHeld, type Group, type Groups } from './groups.ts';
import { choiceOf, groupOf, keyOf, textOf } from './text-key.ts';
import { rootOf } from './root-of.ts';
import { supporters, type Joined } from './supporters.ts';

/** The texts that attendees wrote to a question, and a presenter's decisions about them. */
export type WrittenTexts = {
  readonly groups: Groups;
  /** true: texts come through by themselves, save those on the blocklist. */
  letsThrough: boolean;
  /** The language of the blocklist, a BCP 47 tag. */
  readonly lang: string;
  /** The keys of the texts that were approved for the room. */
  readonly approved: Set<string>;
  /** The names of the groups that were put away. */
  readonly putAway: Set<string>;
  /** By the name of a group: the key of the text under which it goes on. */
  readonly merged: Map<string, string>;
  /** The key of the text that the stage shows large, as long as the room reads it; null for none. */
  spotlight: string | null;
  /**
   * The attendees behind each text where others than its writers can be, by the key of its group; left
   * out where its writers are all.
   */
  readonly people?: Map<string, Set<string>>;
};

/** No texts, and no decisions. */
export function noTexts(settings: Pick<WrittenTexts, 'letsThrough' | 'lang'>): WrittenTexts {
  return {
    ...settings,
    groups: new Map(),
    approved: new Set(),
    putAway: new Set(),
    merged: new Map(),
    spotlight: null,
  };
}

/** Texts that read the same, with those that were merged into them. */
export interface Entry {
  /** The name of its group. */
  readonly name: string;
  readonly choice: number | null;
  /** The sort key. */
  readonly words: string;
  /** Attendees. */
  readonly count: number;
  /** The key of the spelling that was approved; null where none was. */
  readonly approved: string | null;
}

/** Counts those whose texts were merged into others. Costs the number of merged groups. */
export function joinedCounts(texts: WrittenTexts): Joined {
  if (texts.people !== undefined) return supporters(texts, texts.people);
  const joined = new Map<string, number>();
  for (const name of texts.merged.keys()) {
    const count = texts.groups.get(name)?.count ?? 0;
    const root = rootOf(texts, name);
    if (count > 0) joined.set(root, (joined.get(root) ?? 0) + count);
  }
  return joined;
}

/** Some of the texts, in order, and how many there are of their kind. */
export interface Listed {
  readonly first: readonly Entry[];
  readonly size: number;
}

/** The texts that the room may read. */
export interface Through extends Listed {
  /** true for a group of which the room reads a text. */
  has(name: string): boolean;
}

/**
 * The first `most` of the texts that the room may read: those that were approved; where texts come through
 * by themselves, all that are neither held back nor put away. Where each has to be approved it costs the
 * number of approved texts, not of written ones: everybody's phone is shown it. Else it costs a look at each.
 */
export function textsThrough(texts: WrittenTexts, joined: Joined, most: number): Through {
  const approved = approvedEntries(texts, joined);
  if (!texts.letsThrough) {
    const first = firstOf(approved.values(), most);
    return { first, size: approved.size, has: (name) => approved.has(name) };
  }
  const isOpen = (name: string): boolean => approved.has(name) || !isKeptBack(texts, name);
  const { first, size } = listed(texts, joined, most, isOpen);
  return {
    first: first.map((entry) => approved.get(entry.name) ?? entry),
    size,
    has: (name) => !texts.merged.has(name) && isOpen(name),
  };
}

function approvedEntries(texts: WrittenTexts, joined: Joined): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const key of texts.approved) {
    const name = groupOf(key);
    const entry = entryOf(texts, joined, name, key);
    // Of two spellings always the same one: an undo puts one back last.
    const other = entries.get(name)?.approved ?? '';
    if (entry !== null && key > other) entries.set(name, entry);
  }
  return entries;
}

/** The first `most` of the texts that belong. A look at each that was written, and little more. */
function listed(
  texts: WrittenTexts,
  joined: Joined,
  most: number,
  belongs: (name: string) => boolean,
): Listed {
  const first: Entry[] = [];
  let size = 0;
  const consider = (name: string, count: number): void => {
    if (texts.merged.has(name) || !belongs(name)) return;
    size += 1;
    const last = first[most - 1];
    if (last !== undefined && count < last.count) return;
    const entry = entryOf(texts, joined, name, null);
    if (entry !== null) insertInOrder(first, entry, most, inOrder);
  };
  for (const { name, count } of texts.groups.values()) {
    consider(name, count + (joined.get(name) ?? 0));
  }
  for (const [root, count] of joined) if (!texts.groups.has(root)) consider(root, count);
  return { first, size };
}

/** true for a group that needs its approval even where texts come through by themselves. */
export function isKeptBack({ groups, putAway, lang }: WrittenTexts, name: string): boolean {
  if (putAway.has(name)) return true;
  const group = groups.get(name);
  // Others were merged into a text that nobody has written any more.
  return group === undefined ? isOnBlocklist(textOf(name), lang) : isHeld(group, lang);
}

/** true for the group with the text that the stage shows large. */
export function isSpotlit({ spotlight }: WrittenTexts, name: string): boolean {
  return spotlight !== null && groupOf(spotlight) === name;
}

/** The first `most` of the texts that are neither through nor put away. */
export function textsWaiting(
  texts: WrittenTexts,
  joined: Joined,
  through: Through,
  most: number,
): Listed {
  return listed(texts, joined, most, (name) => !through.has(name) && !texts.putAway.has(name));
}

/** The texts that were put away, in no order. */
export function textsPutAway(texts: WrittenTexts, joined: Joined, through: Through): Entry[] {
  return [...texts.putAway].flatMap((name) =>
    through.has(name) ? [] : (entryOf(texts, joined, name, null) ?? []),
  );
}

/** The number of texts without those that were merged into others. Costs the number of merged groups. */
export function countEntries({ groups, merged }: WrittenTexts, joined: Joined): number {
  let count = groups.size;
  for (const name of merged.keys()) if (groups.has(name)) count -= 1;
  for (const root of joined.keys()) if (!groups.has(root)) count += 1;
  return count;
}

/** The text of a group; null for one that nobody wrote, or that goes on under another. */
export function entryOf(
  { groups, merged }: WrittenTexts,
  joined: Joined,
  name: string,
  approved: string | null,
): Entry | null {
  if (merged.has(name)) return null;
  const group = groups.get(name);
  const count = (group?.count ?? 0) + (joined.get(name) ?? 0);
  if (count === 0) return null;
  const { choice, words } = group ?? { choice: choiceOf(name), words: textOf(name) };
  return { name, choice, words, count, approved };
}

/** The first of some texts: the most frequent, then by the alphabet, so that they stay while others come. */
export function firstOf(entries: Iterable<Entry>, most: number): Entry[] {
  const first: Entry[] = [];
  for (const entry of entries) insertInOrder(first, entry, most, inOrder);
  return first;
}

function inOrder(one: Entry, other: Entry): number {
  if (one.count !== other.count) return other.count - one.count;
  if (one.words === other.words) return one.name < other.name ? -1 : 1;
  return one.words < other.words ? -1 : 1;
}

/**
 * The key of a text in the spelling that is shown: as it was approved, else the most frequent one, else
 * as it was spelt when others were merged into it.
 */
export function shownKey(texts: WrittenTexts, { name, choice, approved }: Entry): string {
  if (approved !== null) return approved;
  const group: Group | undefined = texts.groups.get(name);
  if (group !== undefined) return keyOf({ choice, text: mostFrequentSpelling(group.spellings) });
  const keys = [...texts.merged.values()].filter((key) => groupOf(key) === name);
  return keys.at(-1) ?? name;
}
