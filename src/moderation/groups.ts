import { commonSpelling, countSpelling, type Spellings } from '../lib/spellings.ts';
import { isOnBlocklist } from './blocklist.ts';

/** A text that an attendee wrote, and the option that was tapped with it. */
export type WrittenText = {
  /** The index of the option; null where none was tapped. */
  readonly choice: number | null;
  readonly text: string;
};

/** The texts of all attendees that read the same. */
export type Group = {
  /** Names it among the others: its option and `words`. */
  readonly name: string;
  readonly choice: number | null;
  /** The text that all its spellings have in common; the sort key. */
  readonly words: string;
  /** Attendees. */
  count: number;
  readonly spellings: Spellings;
  /** true: it is on the blocklist; null: nobody has asked yet. */
  held: boolean | null;
  /** The key by which attendees vote for it; null: nobody has asked for it yet. */
  vote: string | null;
};

/** Groups by their names. */
export type Groups = Map<string, Group>;

/**
 * Names a text as it is spelt. The option is part of it, since a text that was approved below one
 * option may be an insult below another; and the spelling is, since capitals make another word of a
 * part, and marks a shout of a remark: the room reads what was read before it, to the letter.
 */
export function keyOf({ choice, text }: WrittenText): string {
  return `${choice ?? ''}:${text}`;
}

/** The text of a key, as it is spelt there. */
export function textOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}

/** The option of a key; null for none. */
export function choiceOf(key: string): number | null {
  const choice = key.slice(0, Math.max(0, key.indexOf(':')));
  return choice === '' ? null : Number(choice);
}

/** The name of a key's group: its option, and the text that all spellings of the same have in common. */
export function groupOf(key: string): string {
  const start = key.indexOf(':') + 1;
  return key.slice(0, start) + commonSpelling(key.slice(start));
}

/** Adds (`by` 1) or takes back (`by` -1) the text of one attendee, in place. */
export function countText(groups: Groups, written: WrittenText, by: 1 | -1): void {
  const name = groupOf(keyOf(written));
  const group = groups.get(name) ?? newGroup(name);
  group.count += by;
  countSpelling(group.spellings, written.text, by);
  if (group.count === 0) groups.delete(name);
  else groups.set(name, group);
}

function newGroup(name: string): Group {
  const [choice, words] = [choiceOf(name), textOf(name)];
  return { name, choice, words, count: 0, spellings: new Map(), held: null, vote: null };
}

/** true for a group on the blocklist of a language. It is looked up once. */
export function isHeld(group: Group, lang: string): boolean {
  group.held ??= isOnBlocklist(group.words, lang);
  return group.held;
}
