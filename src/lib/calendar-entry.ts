/** An all-day entry in a calendar. */
export interface CalendarEntry {
  /** A globally unique id; a calendar that imports the same id again replaces the entry. */
  readonly uid: string;
  /** The time of creation: ISO 8601, UTC, as "2026-11-24T06:03:00.000Z". */
  readonly madeAt: string;
  /** `month` from 1. */
  readonly on: { readonly year: number; readonly month: number; readonly day: number };
  readonly summary: string;
  /** The talk, and the address of one's own page. */
  readonly description: string;
}

/** From the beginning of the day, in the reader's time zone (section 3.8.6.3): nine in the morning. */
const ALARM_AFTER = 'PT9H';

/** The maximum length of a line without its CRLF, in octets. */
const MAX_LINE_OCTETS = 75;

/**
 * Returns an iCalendar file (RFC 5545) with one all-day entry that is shown as free time, and an alarm on
 * that day. Lines end in CRLF and are at most 75 octets of UTF-8.
 */
export function calendarFile({ uid, madeAt, on, summary, description }: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Plenary//Plenary//EN',
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${madeAt.replace(/\.\d+/, '').replace(/[-:]/g, '')}`,
    // Without an end it lasts this one day (section 3.6.1).
    `DTSTART;VALUE=DATE:${digits(on.year, 4)}${digits(on.month, 2)}${digits(on.day, 2)}`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(summary)}`,
    `TRIGGER:${ALARM_AFTER}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0');
}

/** Escapes a TEXT value (section 3.3.11) and removes control characters. */
function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/(?!\t)\p{Cc}/gu, '');
}

/** Folds a line (section 3.1) without splitting a character. */
function foldLine(line: string): string {
  let [text, length] = ['', 0];
  for (const letter of line) {
    const more = octetCount(letter);
    if (length + more > MAX_LINE_OCTETS) {
      text += '\r\n ';
      length = 1;
    }
    text += letter;
    length += more;
  }
  return text;
}

/** The length of a character in UTF-8. */
function octetCount(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_0000 ? 3 : 4;
}
