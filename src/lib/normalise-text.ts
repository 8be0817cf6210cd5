/**
 * Normalises typed text for storage: composed (NFC), one line, single spaces, no marks that change
 * the direction of the surrounding text. Empty if nothing of it is visible.
 */
export function normaliseText(typed: string): string {
  const tidied = typed
    .replace(DIRECTION_MARKS, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .normalize('NFC');
  return VISIBLE.test(tidied) ? tidied : '';
}

// Embeddings, overrides, isolates and the zero-width space. Joiners stay: scripts and emoji need them.
const DIRECTION_MARKS = /[\u{200B}\u{202A}-\u{202E}\u{2066}-\u{2069}]/gu;
const VISIBLE = /[^\s\p{Cf}\p{Mn}]/u;
