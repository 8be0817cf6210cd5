import { readNewDeckName } from '../deck-name.ts';

const LONGEST = 64;

/** Names of files that say nothing of a deck. */
const SAYS_NOTHING =
  /^(?:slides?|decks?|presentations?|talks?|index|main|master|archive|downloads?|untitled|readme)?$/;

/** Proposes a name for a deck from that of its file or folder, or else from its title. */
export function proposeName(file: string, title: string): string {
  const fromFile = asName(file.replace(/\.(?:zip|md|markdown)$/i, '').replace(/ \(\d+\)$/, ''));
  if (!SAYS_NOTHING.test(fromFile)) return fromFile;
  const fromTitle = asName(title);
  return fromTitle === '' ? 'deck' : fromTitle;
}

/** The name itself where it is free, or else the first of `name-2`, `name-3`, … Capitals do not tell names apart. */
export function freeName(name: string, taken: readonly string[]): string {
  const isTaken = new Set(taken.map((one) => one.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : `-${number}`;
    const free = `${name.slice(0, LONGEST - end.length)}${end}`;
    if (!isTaken.has(free.toLowerCase())) return free;
  }
}

/** Writes a text as a deck's name in small letters; empty where none of its letters is one of a to z. */
function asName(text: string): string {
  const name = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '');
  return name === '' || readNewDeckName(name).ok ? name : `deck-${name}`;
}
