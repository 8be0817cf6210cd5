/** A moment's day in words, and its time of day, in a time zone. */
interface Parts {
  readonly day: string;
  readonly time: string;
}

/**
 * The beginning and the end of a session: "Thursday 26 November 2026, 14:05 to 15:10 CET". A report is
 * drawn on the server, whose own time zone is seldom that of the room.
 *
 * @param startedAt in milliseconds since 1970-01-01 UTC, as is `endedAt`
 * @param zone an IANA name; undefined for the server's own time zone
 */
export function whenLabel(startedAt: number, endedAt: number | null, zone?: string): string {
  const start = partsOf(startedAt, zone);
  const end = endedAt === null ? null : partsOf(endedAt, zone);
  const until = end === null ? '' : ` to ${end.day === start.day ? '' : `${end.day}, `}${end.time}`;
  return `${start.day}, ${start.time}${until} ${zoneName(startedAt, zone)}`;
}

/** true for the name of a time zone. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}

function partsOf(at: number, timeZone?: string): Parts {
  const write = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(at);
  const weekday = write({ weekday: 'long' });
  return {
    day: `${weekday} ${write({ day: 'numeric', month: 'long', year: 'numeric' })}`,
    time: write({ hour: '2-digit', minute: '2-digit' }),
  };
}

function zoneName(at: number, timeZone?: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'short' }).formatToParts(
    at,
  );
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
