/** One whole day in a calendar. */
export interface CalendarEntry {
  /** Unique everywhere: a calendar that is given the same again replaces the first. */
  readonly uid: string;
  /** When the entry was made: ISO 8601, UTC, as "2026-11-24T06:03:00.000Z". */
  readonly madeAt: string;
  /** `month` from 1. */
  readonly on: { readonly year: number; readonly month: number; readonly day: number };
  readonly summary: string;
}

/** The longest line without its end, in octets. */
const LONGEST_LINE = 75;

/**
 * A file that calendars read (RFC 5545) with one entry, which lasts the day and leaves it free. All
 * lines end in CRLF, and none is longer than 75 octets of UTF-8.
 */
export function calendarFile({ uid, madeAt, on, summary }: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Plenary//Plenary//EN',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${madeAt.replace(/\.\d+/, '').replace(/[-:]/g, '')}`,
    // Without an end it lasts this one day (section 3.6.1).
    `DTSTART;VALUE=DATE:${digits(on.year, 4)}${digits(on.month, 2)}${digits(on.day, 2)}`,
    `SUMMARY:${escaped(summary)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0');
}

/** A text as a value (section 3.3.11), which holds no control characters. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/(?!\t)\p{Cc}/gu, '');
}

/** A line in as many as it needs (section 3.1); no letter is parted. */
function folded(line: string): string {
  let [text, length] = ['', 0];
  for (const letter of line) {
    const more = octets(letter);
    if (length + more > LONGEST_LINE) {
      text += '\r\n ';
      length = 1;
    }
    text += letter;
    length += more;
  }
  return text;
}

/** How long a letter is in UTF-8. */
function octets(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_0000 ? 3 : 4;
}
