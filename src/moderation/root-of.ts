import { groupOf } from './text-key.ts';

/** By the name of a group: the key of the text under which it goes on. */
export type Merged = ReadonlyMap<string, string>;

/** The name of the group under which a group goes on: its own, unless it was merged. */
export function rootOf({ merged }: { readonly merged: Merged }, name: string): string {
  let root = name;
  // Ends: a merge that would close a circle is refused.
  for (let into = merged.get(root); into !== undefined; into = merged.get(root)) {
    root = groupOf(into);
  }
  return root;
}
