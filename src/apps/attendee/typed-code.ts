import { digitsOf } from '../../lib/digits.ts';

const JOIN_ADDRESS = /\/[js]\/([^/?#]+)/;
/** As people type it in a browser: the code right behind the host. */
const SHORT_ADDRESS = /[^/]\/([^/?#]+)\/?$/;

/** The code that somebody typed or pasted: the digits, in any script, or those of a join address. */
export function codeTyped(text: string): string {
  const [, code = text] = JOIN_ADDRESS.exec(text) ?? SHORT_ADDRESS.exec(text) ?? [];
  return digitsOf(code);
}
