/** Attendees for each spelling of texts that read the same. */
export type Spellings = Map<string, number>;

/** The apostrophe is typed as any of these, accents and primes among them. */
const QUOTES = /[\p{Quotation_Mark}`\u{B4}\u{2B9}\u{2BC}\u{2032}]/gu;
// Not every sign without ink: within an emoji or a word, joiners make another one of it.
const UNSEEN =
  /[\u{AD}\u{61C}\u{200E}\u{200F}\u{2060}\u{FEFF}]|^\p{Default_Ignorable_Code_Point}+|\p{Default_Ignorable_Code_Point}+$/gu;
// Stretches Arabic letters, and is none.
const STRETCH = /\u{640}/gu;
// Spanish sentences have their marks at both ends.
const FIRST_MARKS = /^[¡¿\s]+/u;
// Not every mark: C# is not C, and a leading sign may be the point.
const LAST_MARKS = /[\s\p{Cf}\p{Default_Ignorable_Code_Point}\u{2800}\p{Terminal_Punctuation}…]+$/u;

/**
 * The text that all spellings which read the same have in common: in small letters, with one kind
 * of quotes, without what cannot be seen around it and without punctuation at the end.
 */
export function commonSpelling(text: string): string {
  // A Turkish phone types a capital I with a dot, which stays on it as a mark of its own.
  const small = text
    .toLowerCase()
    .replaceAll('i\u0307', 'i')
    .replace(QUOTES, "'")
    .replace(UNSEEN, '')
    .replace(STRETCH, '')
    .normalize('NFC');
  return small.replace(LAST_MARKS, '').replace(FIRST_MARKS, '') || small;
}

/** A normalised text as it looks: without what cannot be seen, but for joiners within it. */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, '');
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
