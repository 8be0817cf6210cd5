/**
 * The items in an order that follows from `seed` alone: always the same for one seed, and any order
 * as likely as any other over many. Each item draws a lot, and they stand in the order of their lots.
 */
export function shuffled<Item>(items: readonly Item[], seed: string): Item[] {
  return items
    .map((item, place) => ({ item, lot: lotOf(`${seed}/${place}`) }))
    .sort((one, other) => one.lot - other.lot)
    .map(({ item }) => item);
}

/**
 * A whole number below 2^32 that follows from a text, and looks like chance: FNV-1a, then the last
 * steps of MurmurHash3, because FNV-1a alone lets texts that end alike have lots that lie together.
 */
function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
