import { isInteger } from './is-integer.ts';

/** How many accents a theme has; they count from 1. */
export const ACCENTS = 8;

/** Whether something an author wrote is one of them. */
export function isAccent(written: unknown): written is number {
  return isInteger(written, 1, ACCENTS);
}
