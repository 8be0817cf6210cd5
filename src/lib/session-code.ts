import { digitsOf } from './digits.ts';

const LENGTH = 6;

/** Returns true for a session code: six digits from 0 to 9. */
export function isSessionCode(code: string): boolean {
  return code.length === LENGTH && digitsOf(code) === code;
}

/** The session code that a text stands for; null for other texts, such as the name of a file. */
export function readSessionCode(text: string): string | null {
  const code = digitsOf(text);
  return isSessionCode(code) && !/\p{L}/u.test(text) ? code : null;
}
