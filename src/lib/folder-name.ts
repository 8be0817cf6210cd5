import { plainLetters } from './plain-letters.ts';

const LONGEST = 64;

/** Writes a text as a folder's name in small letters; '' where none of its letters is one of a to z. */
export function folderName(text: string): string {
  return plainLetters(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, LONGEST)
    .replace(/-$/, '');
}

/** The name itself where it is free, else the first of `name-2`, `name-3`, … Capitals do not tell names apart. */
export function freeName(name: string, taken: readonly string[]): string {
  const isTaken = new Set(taken.map((one) => one.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : `-${number}`;
    const free = `${name.slice(0, LONGEST - end.length)}${end}`;
    if (!isTaken.has(free.toLowerCase())) return free;
  }
}
