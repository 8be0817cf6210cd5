export type Direction = 'ltr' | 'rtl';

/** Living scripts that are written from right to left, by their codes of ISO 15924. */
const RIGHT_TO_LEFT = /Adlm|Ara[bn]|Gara|Hebr|Mand|Mend|Nkoo|Rohg|Samr|Syr[cejn]|Thaa|Yezi/;

/** Letters of these scripts, and the mark that makes a text run as they do. */
const RIGHT_TO_LEFT_LETTER =
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * The direction of a language, a BCP 47 tag: that of its script, which follows from the language
 * where the tag does not name it. `ltr` for what is no tag, and in browsers of before 2021. Not by
 * `Intl.Locale`'s own `textInfo`, which takes "az-Arab" and "dv" for left to right.
 */
export function directionOf(lang: string): Direction {
  try {
    return RIGHT_TO_LEFT.test(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}

/** true for a text with a letter that is read from right to left. */
export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT_LETTER.test(text);
}

/**
 * A text for a place within a sentence. If it has letters from right to left, the marks of Unicode for
 * an isolate are around it: what stands beside it would join it otherwise.
 */
export function isolated(text: string): string {
  return hasRightToLeft(text) ? `\u2068${text}\u2069` : text;
}
