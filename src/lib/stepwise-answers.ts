/** What an attendee answered to each of several questions; null for those not answered yet. */
export type Entries<Entry> = readonly (Entry | null)[];

/** The entries of an attendee, one for each of what is asked; all null before the first. */
export function entriesOf<Entry>(
  asked: readonly unknown[],
  given: Entries<Entry> = [],
): Entries<Entry> {
  return asked.map((_, place) => given[place] ?? null);
}

/** The entries with one of them changed. */
export function withEntry<Entry>(
  entries: Entries<Entry>,
  place: number,
  entry: Entry | null,
): Entries<Entry> {
  return entries.map((before, index) => (index === place ? entry : before));
}

/** The next place without an answer, from after `after` onwards and then from the start; or null. */
export function nextUnanswered(entries: Entries<unknown>, after: number): number | null {
  const later = entries.findIndex((entry, place) => entry === null && place > after);
  const first = later === -1 ? entries.indexOf(null) : later;
  return first === -1 ? null : first;
}
