const LONGEST = 64;

/** The name of a folder for a deck with this title; '' where nothing of it can be in one. */
export function proposeName(title: string): string {
  return title
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-|-$/g, '');
}

/** The name of the first copy of a deck that is not taken yet. */
export function proposeCopy(name: string, taken: readonly string[]): string {
  const lower = new Set(taken.map((one) => one.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '-copy' : `-copy-${number}`;
    const copy = name.slice(0, LONGEST - end.length) + end;
    if (!lower.has(copy.toLowerCase())) return copy;
  }
}
