import { wellFormedText } from './well-formed.ts';

/**
 * Normalises typed text for storage: well-formed, composed (NFC), one line, single spaces, no marks
 * that change the direction of the surrounding text. Empty if nothing of it is visible.
 */
export function normaliseText(typed: string): string {
  const tidied = wellFormedText(typed)
    .replace(DIRECTION_MARKS, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .normalize('NFC');
  return VISIBLE.test(tidied) ? tidied : '';
}

/**
 * The length of a normalised text in characters, which are Unicode's code points. Every browser
 * counts as the server does; graphemes change with Unicode's version.
 */
export function textLength(text: string): number {
  return [...text].length;
}

/**
 * The beginning of a text, normalised, at most `longest` characters. What reads as one sign stays
 * whole, such as an emoji of several characters.
 */
export function cutText(text: string, longest: number): string {
  const whole = normaliseText(text);
  // Firefox before 125 cannot tell: the writer is shown that it is too long.
  if (typeof Intl.Segmenter !== 'function') return whole;
  let [kept, left] = ['', longest];
  for (const { segment } of new Intl.Segmenter().segment(whole)) {
    left -= textLength(segment);
    if (left < 0) break;
    kept += segment;
  }
  return kept.trim();
}

// Embeddings, overrides, isolates and the zero-width space. Joiners stay: scripts and emoji need them.
const DIRECTION_MARKS = /[\u{200B}\u{202A}-\u{202E}\u{2066}-\u{2069}]/gu;
// The last have a glyph without ink: an empty Braille cell, a note's head, blank hieroglyphs, a lost attachment.
const VISIBLE =
  /[^\s\p{Cf}\p{Mn}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u{2800}\u{1D159}\u{13441}\u{13442}\u{FFFC}]/u;
