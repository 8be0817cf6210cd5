import { decoded } from '../../lib/decoded.ts';
import { digitsOf } from '../../lib/digits.ts';

const JOIN_ADDRESS = /\/[js]\/([^/?#]+)/;
/** As people type it in a browser: the code right behind the host. */
const SHORT_ADDRESS = /[^/]\/([^/?#]+)\/?$/;

/** The code that somebody typed or pasted: the digits, in any script, or those of a join address. */
export function codeTyped(text: string): string {
  const typed = text.trim();
  const [, part = typed] = JOIN_ADDRESS.exec(typed) ?? SHORT_ADDRESS.exec(typed) ?? [];
  // A copied address spells its spaces: "/j/151%20473".
  return digitsOf(decoded(part));
}
