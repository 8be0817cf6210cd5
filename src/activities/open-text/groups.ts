/** Words as the room reads them: those that read the same are one, in their most frequent spelling. */
export type Words = {
  /** The place of the option that was tapped with them, from 0; null where none was. */
  readonly choice: number | null;
  readonly text: string;
  /** Voters who wrote them. */
  readonly count: number;
};

/** Words as the presenter reads them. */
export type ReviewedWords = Words & { readonly key: string; readonly approved: boolean };

type Group = {
  readonly choice: number | null;
  count: number;
  /** Voters for each spelling. */
  readonly spellings: Map<string, number>;
};

/** The words of all voters, by their key. */
export type Groups = Map<string, Group>;

// Not every mark: C# is not C, and a leading sign may be the point.
const LAST_MARKS = /[\s.,;:!?…。！？、，；：]+$/u;

/**
 * Names words that read the same: in small letters, without the marks they end in. The option is
 * part of it, since what was let through below one option may be an insult below another. At most
 * four characters longer than the text.
 */
export function keyOf(choice: number | null, text: string): string {
  // The one letter that grows when it is made small, and that a Turkish phone types for an i.
  const small = text.toLowerCase().replaceAll('i\u0307', 'i').normalize('NFC');
  return `${choice ?? ''}:${small.replace(LAST_MARKS, '') || small}`;
}

/** Adds (`by` 1) or takes back (`by` -1) what one voter wrote, in place. */
export function countWords(
  groups: Groups,
  { choice, text }: { readonly choice: number | null; readonly text: string },
  by: 1 | -1,
): void {
  const key = keyOf(choice, text);
  const group = groups.get(key) ?? { choice, count: 0, spellings: new Map<string, number>() };
  group.count += by;
  const spelt = (group.spellings.get(text) ?? 0) + by;
  if (spelt === 0) group.spellings.delete(text);
  else group.spellings.set(text, spelt);
  if (group.count === 0) groups.delete(key);
  else groups.set(key, group);
}

/**
 * All words, the most frequent first, then by the alphabet: they stay where they are while others
 * come, and no option's go before another's.
 */
export function wordsOf(groups: Groups, approved: ReadonlySet<string>): ReviewedWords[] {
  return [...groups]
    .sort(([key, one], [otherKey, other]) => other.count - one.count || inOrder(key, otherKey))
    .map(([key, { choice, count, spellings }]) => ({
      ...{ key, choice, count },
      text: mostFrequent(spellings),
      approved: approved.has(key),
    }));
}

function inOrder(key: string, other: string): number {
  const [words, otherWords] = [key, other].map((one) => one.slice(one.indexOf(':')));
  if (words === otherWords) return key < other ? -1 : 1;
  return (words ?? '') < (otherWords ?? '') ? -1 : 1;
}

/** Of several, the shortest, and that with the fewest capitals in front: nobody shouts by chance. */
function mostFrequent(spellings: ReadonlyMap<string, number>): string {
  const [first] = [...spellings].sort(
    ([one, count], [other, otherCount]) =>
      otherCount - count || one.length - other.length || (one > other ? -1 : 1),
  );
  return first?.[0] ?? '';
}
