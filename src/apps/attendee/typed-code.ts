import { digitsOf } from '../../lib/digits.ts';

/** The code that somebody typed or pasted: the digits, in any script, or those of a join address. */
export function codeTyped(text: string): string {
  return digitsOf(/\/[js]\/([^/?#]+)/.exec(text)?.[1] ?? text);
}
