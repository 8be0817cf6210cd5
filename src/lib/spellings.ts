/** Attendees for each spelling of texts that read the same. */
export type Spellings = Map<string, number>;

/** The apostrophe is typed as any of these, accents and primes among them. */
const QUOTES = /[\p{Quotation_Mark}`\u{B4}\u{2B9}\u{2BC}\u{2032}]/gu;
// Not every sign without ink: within an emoji or a word, joiners make another one of it.
const UNSEEN =
  /[\u{AD}\u{61C}\u{200E}\u{200F}\u{2060}\u{FEFF}]|^\p{Default_Ignorable_Code_Point}+|\p{Default_Ignorable_Code_Point}+$/gu;
// Stretches Arabic letters, and is none.
const STRETCH = /\u{640}/gu;
/** Forms of letters that Unicode keeps for older encodings: ligatures, Arabic in one place, wide and narrow. */
const OLD_FORMS = /[\u{FB00}-\u{FDFF}\u{FE70}-\u{FEFE}\u{FF01}-\u{FFEF}]+/gu;
// Phones make long dashes of short ones.
const DASHES = /[\p{Dash_Punctuation}\u{2212}]/gu;
/** Letters that keyboards of neighbouring languages type for the same: Arabic kaf and yeh, a final sigma. */
const SAME_LETTERS = [
  ['\u{643}', '\u{6A9}'],
  ['\u{64A}', '\u{6CC}'],
  ['\u{3C2}', '\u{3C3}'],
] as const;
/** Choose between a coloured and a plain emoji. */
const EMOJI_STYLES = /[\u{FE0E}\u{FE0F}]/gu;
// Spanish sentences have their marks at both ends.
const FIRST_MARKS = /^[¡¿\s]+/u;
// Not every mark: C# is not C, and a leading sign may be the point.
const LAST_MARKS = /[\s\p{Cf}\p{Default_Ignorable_Code_Point}\u{2800}\p{Terminal_Punctuation}…]+$/u;

/**
 * The text that all spellings which read the same have in common: in small letters, with one kind
 * of quotes, of dashes and of width, without what cannot be seen around it and without punctuation at
 * the end.
 */
export function commonSpelling(text: string): string {
  // A Turkish phone types a capital I with a dot, which stays on it as a mark of its own.
  const small = withoutOldForms(text)
    .toLowerCase()
    .replaceAll('i\u0307', 'i')
    .replace(QUOTES, "'")
    .replace(DASHES, '-')
    .replace(EMOJI_STYLES, '')
    .replace(UNSEEN, '')
    .replace(STRETCH, '')
    .normalize('NFC');
  const alike = SAME_LETTERS.reduce((read, [one, other]) => read.replaceAll(one, other), small);
  return alike.replace(LAST_MARKS, '').replace(FIRST_MARKS, '') || alike;
}

/**
 * A normalised text as it looks: without what cannot be seen, but for joiners within it, with one kind of
 * hyphen and one form of each letter.
 */
export function visibleSpelling(text: string): string {
  return withoutOldForms(text)
    .replace(/[\u{2010}\u{2011}]/gu, '-')
    .replace(UNSEEN, '');
}

function withoutOldForms(text: string): string {
  return text.replace(OLD_FORMS, (forms) => forms.normalize('NFKC'));
}

/** Adds (`by` 1) or takes back (`by` -1) one attendee's spelling, in place. */
export function countSpelling(spellings: Spellings, text: string, by: 1 | -1): void {
  const attendees = (spellings.get(text) ?? 0) + by;
  if (attendees === 0) spellings.delete(text);
  else spellings.set(text, attendees);
}

/** The most frequent spelling; of several, the shortest, then that with the fewest capitals. */
export function mostFrequentSpelling(spellings: ReadonlyMap<string, number>): string {
  const [first] = [...spellings].sort(
    ([one, count], [other, otherCount]) =>
      otherCount - count || one.length - other.length || (one > other ? -1 : 1),
  );
  return first?.[0] ?? '';
}
