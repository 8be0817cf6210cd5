import { plainLetters } from '../../src/lib/plain-letters.ts';
import type { SessionSummary } from './event-log.ts';
import type { SessionFilter } from './session-filter.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'],
  ...['September', 'October', 'November', 'December'],
];

/** Numbers with a dot, a slash or a hyphen between them: a date, or a number of something else. */
const NUMERIC_DATE = /^\d+([./-]\d*)+$/;

/**
 * A test for sessions: each word of a search has to be in their name, title, deck or code, or be their
 * day, or the word "rehearsal". Days are those of the reader.
 */
export function searchFor({
  search,
  offset,
  now,
}: Pick<SessionFilter, 'search' | 'offset' | 'now'>): (session: SessionSummary) => boolean {
  const words = joinCodes(plainLetters(search)).split(' ').map(tidyWord);
  const tests = words.filter((word) => word !== '').map(testOf);
  const today = localDay(now, offset);
  // Sessions come day by day.
  let day = dayAt(today, today);
  return (session) => {
    const at = localDay(session.startedAt, offset);
    if (at !== day.at) day = dayAt(at, today);
    const { title, name, deck, code, rehearsal } = session;
    const own = joinCodes(plainLetters(`${name} ${title} ${deck}, ${code}`));
    const text = `${own} ${day.words}${rehearsal ? ' rehearsals' : ''}`;
    return tests.every((fits) => fits({ text, date: day.date }));
  };
}

interface Searched {
  readonly text: string;
  /** Year, month from 1, day. */
  readonly date: readonly [number, number, number];
}

type Test = (searched: Searched) => boolean;

/** A day since 1970-01-01 by the reader's clock, as it is searched for. */
function dayAt(at: number, today: number) {
  const moment = new Date(at * DAY_MS);
  const [year, month, day] = [
    moment.getUTCFullYear(),
    moment.getUTCMonth() + 1,
    moment.getUTCDate(),
  ];
  const said = ['today', 'yesterday'][today - at] ?? '';
  const words = [days[moment.getUTCDay()], day, months[month - 1], year, said].join(' ');
  return { at, words: words.toLowerCase(), date: [year, month, day] as const };
}

/** With session codes in one piece: their halves may be in another code, or in its year. */
function joinCodes(text: string): string {
  return text.replace(/(?<!\d)(\d{3}) (\d{3})(?!\d)/g, '$1$2');
}

/** Without punctuation behind it, and without the ending of "24th". */
function tidyWord(word: string): string {
  return word.replace(/[.,;:]+$/, '').replace(/^(\d{1,2})(st|nd|rd|th)$/, '$1');
}

function testOf(word: string): Test {
  // The day of a month, and no part of a year or a code.
  if (/^\d{1,2}$/.test(word)) {
    const alone = new RegExp(`(?<![\\p{L}\\p{N}])0*${Number(word)}(?![\\p{L}\\p{N}])`, 'u');
    return ({ text }) => alone.test(text);
  }
  if (!NUMERIC_DATE.test(word)) return ({ text }) => text.includes(word);
  return ({ text, date }) => text.includes(word) || isDate(word, date);
}

/** true for all usual ways to write a date in numbers, from "24.11" on. */
function isDate(word: string, [year, month, day]: Searched['date']): boolean {
  const parts = word.split(/[./-]/);
  const [first = 0, second = 0] = parts.map(Number);
  const [third = ''] = parts.slice(2);
  if (parts.length > 3) return false;
  if (first === year) return second === month && (third === '' || Number(third) === day);
  const isDay = first === day && second === month;
  // As in the United States.
  const isMonthFirst = word.includes('/') && first === month && second === day;
  const isYear = String(year).startsWith(third) || String(year).slice(2) === third;
  return (isDay || isMonthFirst) && isYear;
}

/** Days since 1970-01-01 by the reader's clock. */
function localDay(at: number, offset: number): number {
  return Math.floor((at + offset * 60_000) / DAY_MS);
}
