import type { Groups } from './groups.ts';
import { rootOf, type Merged } from './root-of.ts';
import { voteKey } from './vote-key.ts';

/** Attendees behind a text besides its writers, by the name under which it goes on. */
export type Joined = ReadonlyMap<string, number>;

/**
 * The attendees behind each text besides those who wrote it word for word: who has voted for it, and who
 * is behind a text that was merged into it. Each counts once. Costs a look at each group.
 */
export function supporters(
  texts: { readonly groups: Groups; readonly merged: Merged },
  people: ReadonlyMap<string, ReadonlySet<string>>,
): Joined {
  const all = new Map<string, ReadonlySet<string>>();
  for (const group of texts.groups.values()) {
    const root = rootOf(texts, group.name);
    const others = all.get(root);
    const own = people.get(voteKey(group)) ?? new Set();
    // Most texts are merged with none: their sets are not copied.
    all.set(root, others === undefined ? own : new Set([...others, ...own]));
  }
  return new Map(
    [...all].map(([root, behind]) => [root, behind.size - writers(texts.groups, root)]),
  );
}

function writers(groups: Groups, name: string): number {
  return groups.get(name)?.count ?? 0;
}
