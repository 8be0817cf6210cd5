const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/** The number of values in a JSON text, about, and the depth of their nesting: parsing takes time for both. */
export function jsonCost(text: Uint8Array): { readonly values: number; readonly depth: number } {
  let [values, level, depth] = [1, 0, 0];
  let isText = false;
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at] ?? 0;
    if (isText) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) isText = false;
    } else if (byte === QUOTE) isText = true;
    else if (byte === COMMA) values += 1;
    else if (OPENING.has(byte)) {
      values += 1;
      level += 1;
      depth = Math.max(depth, level);
    } else if (CLOSING.has(byte)) level -= 1;
  }
  return { values, depth };
}
