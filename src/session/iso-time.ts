const MINUTE_MS = 60_000;

/** The minute that was spelt last: most moments of a table are in the minute of the one before. */
let known = { minute: NaN, spelt: '' };

/** A moment that came in as data, in whole milliseconds since 1970-01-01 UTC, as ISO 8601. */
export function isoTime(at: number): string {
  const minute = Math.floor(at / MINUTE_MS);
  if (minute !== known.minute) known = { minute, spelt: speltMinute(minute) };
  const rest = String(at - minute * MINUTE_MS).padStart(5, '0');
  return `${known.spelt}${rest.slice(0, 2)}.${rest.slice(2)}Z`;
}

function speltMinute(minute: number): string {
  // Reads no clock: it only spells the moment that it is given.
  // oxlint-disable-next-line no-restricted-globals
  return new Date(minute * MINUTE_MS).toISOString().slice(0, -'00.000Z'.length);
}
