/** A moment that came in as data, in milliseconds since 1970-01-01 UTC, as ISO 8601. */
export function isoTime(at: number): string {
  // Reads no clock: it only spells the moment that it is given.
  // oxlint-disable-next-line no-restricted-globals
  return new Date(at).toISOString();
}
