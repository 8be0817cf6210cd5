import type { EventLog, SessionSummary } from './event-log.ts';
import type { SessionFilter } from './session-filter.ts';

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'],
  ...['September', 'October', 'November', 'December'],
];

const moment = (format: string): string =>
  `strftime('${format}', started_at / 1000 + ?7 * 60, 'unixepoch')`;

const oneOf = (words: readonly string[], index: string): string =>
  `('${JSON.stringify(words)}' ->> CAST(${index} AS INTEGER))`;

// A space around all: a word of one or two digits is a whole one, the day of a month and no part of a year.
const searched = `(' ' || name || ' ' || title || ' ' || deck || ' ' || session || ' ' || ${moment('%Y-%m-%d')}
  || ' ' || ${oneOf(days, moment('%w'))} || ' ' || ltrim(${moment('%d')}, '0')
  || ' ' || ${oneOf(months, `${moment('%m')} - 1`)} || ' ' || ${moment('%Y')} || ' ')`;

/**
 * The condition in SQL that a row of `sessions` fits a filter. Its parameters are ?4 to ?7 of
 * `listParameters`.
 */
export const matches = `(?4 = '[]' OR deck IN (SELECT value FROM json_each(?4)))
  AND CASE ?5
    WHEN 'running' THEN ended_at IS NULL
    WHEN 'ended' THEN ended_at IS NOT NULL
    WHEN 'rehearsals' THEN rehearsal = 1
    ELSE 1
  END
  AND NOT EXISTS (
    SELECT 1 FROM json_each(?6) AS word WHERE NOT EXISTS (
      SELECT 1 FROM json_each(word.value) AS spelling
      WHERE ${searched} LIKE spelling.value ESCAPE '\\'
    )
  )`;

export type ListArguments = Parameters<EventLog['sessions']>;

/** The parameters ?1 to ?7 of the list of sessions: its place, its length, and those of `matches`. */
export function listParameters(...[limit, after, filter]: ListArguments): unknown[] {
  const { search, decks, state, offset } = filter;
  const { startedAt, code } = after ?? { startedAt: Number.MAX_SAFE_INTEGER, code: '' };
  const patterns = wordsOf(search).map((word) => spellings(word).map((one) => patternOf(one)));
  return [startedAt, code, limit, JSON.stringify(decks), state, JSON.stringify(patterns), offset];
}

/** true for a session that fits a filter; without SQL. */
export function isListed(session: SessionSummary, filter: SessionFilter): boolean {
  const { code, name, title, deck, startedAt, endedAt, rehearsal } = session;
  const { state } = filter;
  if (filter.decks.length > 0 && !filter.decks.includes(deck)) return false;
  if (state === 'running' && endedAt !== null) return false;
  if (state === 'ended' && endedAt === null) return false;
  if (state === 'rehearsals' && !rehearsal) return false;
  const at = new Date(startedAt + filter.offset * 60_000);
  const date = [at.toISOString().slice(0, 10), days[at.getUTCDay()], at.getUTCDate()];
  const parts = [name, title, deck, code, ...date, months[at.getUTCMonth()], at.getUTCFullYear()];
  const text = ` ${parts.join(' ')} `.toLowerCase();
  return wordsOf(filter.search).every((word) => text.includes(whole(word).toLowerCase()));
}

function wordsOf(search: string): string[] {
  return search.split(' ').filter((word) => word !== '');
}

function whole(word: string): string {
  return /^\d{1,2}$/.test(word) ? ` ${word} ` : word;
}

/** SQLite knows capitals and small letters of ASCII only. */
function spellings(word: string): string[] {
  const [lower, upper] = [word.toLowerCase(), word.toUpperCase()];
  const [first = ''] = lower;
  return [...new Set([lower, first.toUpperCase() + lower.slice(first.length), upper, word])];
}

function patternOf(word: string): string {
  return `%${whole(word).replace(/[\\%_]/g, '\\$&')}%`;
}
