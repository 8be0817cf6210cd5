/**
 * What somebody typed, as it is kept: composed (NFC), on one line, with single spaces, without the
 * marks that would turn the direction of the words around it. Empty where nothing of it can be seen.
 */
export function normaliseText(typed: string): string {
  const tidied = typed
    .replace(TURNING, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .normalize('NFC');
  return VISIBLE.test(tidied) ? tidied : '';
}

// Embeddings, overrides and isolates, and the space of no width. The joiners stay: scripts and emoji
// need them.
const TURNING = /[\u{200B}\u{202A}-\u{202E}\u{2066}-\u{2069}]/gu;
const VISIBLE = /[^\s\p{Cf}\p{Mn}]/u;
