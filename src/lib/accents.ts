import { isInteger } from './number-range.ts';

/** The number of accents in a theme; they count from 1. */
export const ACCENTS = 8;

/** Returns true for the number of an accent. */
export function isAccent(written: unknown): written is number {
  return isInteger(written, 1, ACCENTS);
}

/** The class that gives an accent to an element and all within it; empty for no accent. */
export function accentClass(accent: number | null | undefined): string {
  return accent === null || accent === undefined ? '' : `accent-${accent}`;
}
