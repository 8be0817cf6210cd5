import { countSpelling, type Spellings } from '../lib/spellings.ts';
import { isOnBlocklist } from './blocklist.ts';
import { choiceOf, groupOf, keyOf, textOf, type WrittenText } from './text-key.ts';

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
