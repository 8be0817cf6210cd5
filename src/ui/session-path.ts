import { decoded } from '../lib/decoded.ts';
import { digitsOf } from '../lib/digits.ts';

const CODE_LENGTH = 6;

/** The session code in this page's path, as in /j/482915 and /s/482915/stage; '' where none is. */
export function codeInPath(path: string): string {
  return digitsOf(decoded(/^\/[js]\/([^/]+)/.exec(path)?.[1] ?? ''));
}

/** The code that somebody typed or pasted: the digits, in any script, or those of a join address. */
export function codeTyped(text: string): string {
  return digitsOf(/\/[js]\/([^/?#]+)/.exec(text)?.[1] ?? text);
}

/** The reason why this can be no session's code, for its reader; null if it can. */
export function codeProblem(code: string): string | null {
  return code.length === CODE_LENGTH ? null : 'A session code has six digits.';
}

/** A code in two groups, as people read it aloud: "482 915". */
export function formatCode(code: string): string {
  return code.replace(/^(\d{3})(\d{3})$/, '$1 $2');
}

/** The host of an address, as people type it; '' if it is no address. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
