/**
 * Shuffles by `seed` alone: the same seed gives the same order, and over many seeds every order is
 * equally likely. Each item gets a pseudorandom number and is sorted by it.
 */
export function shuffled<Item>(items: readonly Item[], seed: string): Item[] {
  return items
    .map((item, index) => ({ item, key: hashText(`${seed}/${index}`) }))
    .sort((one, other) => one.key - other.key)
    .map(({ item }) => item);
}

/**
 * Hashes a text to a whole number below 2^32: FNV-1a, then the finaliser of MurmurHash3, because with
 * FNV-1a alone texts with the same ending get numbers close together.
 */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
