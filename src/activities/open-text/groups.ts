import {
  commonSpelling,
  countSpelling,
  mostFrequentSpelling,
  type Spellings,
} from '../../lib/spellings.ts';

/** Words as the room reads them: those that read the same are one. */
export type Words = {
  /** The index of the option that was tapped with them; null where none was. */
  readonly choice: number | null;
  /** As they were spelt when they were approved; before, in their most frequent spelling. */
  readonly text: string;
  /** Attendees who wrote them. */
  readonly count: number;
};

/** Words as the presenter reads them. */
export type ReviewedWords = Words & { readonly key: string; readonly approved: boolean };

type Group = {
  readonly choice: number | null;
  /** The sort key. */
  readonly words: string;
  count: number;
  readonly spellings: Spellings;
};

/** The words of all attendees that read the same, by what `groupOf` names them. */
export type Groups = Map<string, Group>;

/**
 * Names words as they are spelt. The option is part of it, since a text that was approved below one
 * option may be an insult below another; and the spelling is, since capitals make another word of a
 * part, and marks a shout of a remark: the room reads what was read before it, to the letter.
 */
export function keyOf(choice: number | null, text: string): string {
  return `${choice ?? ''}:${text}`;
}

/** The group of a key: its option, and the words that all spellings of the same have in common. */
export function groupOf(key: string): string {
  const start = key.indexOf(':') + 1;
  return key.slice(0, start) + commonSpelling(key.slice(start));
}

/** Adds (`by` 1) or takes back (`by` -1) what one attendee wrote, in place. */
export function countWords(
  groups: Groups,
  { choice, text }: { readonly choice: number | null; readonly text: string },
  by: 1 | -1,
): void {
  const name = groupOf(keyOf(choice, text));
  const group = groups.get(name) ?? newGroup(choice, name);
  group.count += by;
  countSpelling(group.spellings, text, by);
  if (group.count === 0) groups.delete(name);
  else groups.set(name, group);
}

function newGroup(choice: number | null, name: string): Group {
  return { choice, words: name.slice(name.indexOf(':')), count: 0, spellings: new Map() };
}

/**
 * The words that were approved, by their group, the most frequent first, then by the alphabet: they
 * stay where they are while others come, and no option's go before another's. Costs what was
 * approved, not what was written: everybody's phone is shown them.
 */
export function approvedWords(
  groups: Groups,
  approved: ReadonlySet<string>,
): Map<string, ReviewedWords> {
  const found = new Map<string, Group & { readonly key: string }>();
  for (const key of approved) {
    const name = groupOf(key);
    const group = groups.get(name);
    if (group !== undefined && !found.has(name)) found.set(name, { ...group, key });
  }
  return new Map(
    [...found].sort(inOrder).map(([name, { key, choice, count }]) => {
      const text = key.slice(key.indexOf(':') + 1);
      return [name, { key, choice, text, count, approved: true }];
    }),
  );
}

/** The first words that are not in `read`, most frequent first, in their most frequent spelling. */
export function waitingWords(
  groups: Groups,
  read: ReadonlyMap<string, ReviewedWords>,
  most: number,
): ReviewedWords[] {
  return [...groups]
    .filter(([name]) => !read.has(name))
    .sort(inOrder)
    .slice(0, most)
    .map(([, { choice, count, spellings }]) => {
      const text = mostFrequentSpelling(spellings);
      return { key: keyOf(choice, text), choice, text, count, approved: false };
    });
}

type Named = readonly [string, Pick<Group, 'words' | 'count'>];

function inOrder([name, one]: Named, [otherName, other]: Named): number {
  if (one.count !== other.count) return other.count - one.count;
  if (one.words === other.words) return name < otherName ? -1 : 1;
  return one.words < other.words ? -1 : 1;
}
