import type { StoredFact } from '../../src/session/facts.ts';
import { upgradeFact } from '../../src/session/upgrade-fact.ts';
import type { SessionSummary } from './event-log.ts';
import { isListedRow } from './listed-sessions.ts';
import type { Sqlite, Statement } from './sqlite.ts';
import { asBytes, legibleTextOf, textOf } from './stored-text.ts';

/**
 * One statement for a whole batch: its cost on the main thread hardly grows with the batch. Facts
 * get no number, and so are refused, where the fact `after`, on which they rest, is not there.
 */
export const insertAll = (session: string, after: string, rows: string): string =>
  `INSERT INTO facts (session, seq, at, fact)
  SELECT ${session}, iif(
    ${after} = 0 OR EXISTS (SELECT 1 FROM facts WHERE session = ${session} AND seq = ${after}),
    value ->> 0,
    NULL
  ), value ->> 1, value ->> 2 FROM json_each(${rows})`;

// SQLite takes no statement of more than a million bytes.
export const LONGEST_STATEMENT = 999_000;

// On a damaged page a number may have become a text. Rows are ordered by the columns themselves, which
// are indexed, and not by what is selected under their names.
const INTEGERS = 'CAST(seq AS INTEGER) AS seq, CAST(at AS INTEGER) AS at';

export type Statements = Awaited<ReturnType<typeof prepareAll>>;

type StatementName =
  | 'insert'
  | 'newer'
  | 'sessions'
  | 'lastGiven'
  | 'last'
  | 'attendance'
  | 'forget'
  | 'forgetRow';

export async function prepareAll(database: Sqlite): Promise<Record<StatementName, Statement>> {
  return {
    insert: await database.prepare(insertAll('?1', '?2', '?3')),
    newer: await database.prepare(
      `SELECT ${INTEGERS}, ${asBytes('CASE WHEN seq > ?2 THEN fact END')} AS fact
      FROM facts WHERE session = ?1 AND seq >= ?2 ORDER BY facts.seq LIMIT ?3`,
    ),
    sessions: await database.prepare(
      `SELECT ${asBytes('session')} AS session, ${asBytes('deck')} AS deck, ${asBytes('title')} AS title,
        ${asBytes('name')} AS name, CAST(rehearsal AS INTEGER) AS rehearsal,
        CAST(started_at AS INTEGER) AS started_at, CAST(ended_at AS INTEGER) AS ended_at,
        CAST(keep_days AS INTEGER) AS keep_days FROM sessions
      WHERE (started_at, session) < (?1, ?2) AND ${isListedRow}
      ORDER BY sessions.started_at DESC, sessions.session DESC LIMIT ?3`,
    ),
    lastGiven: await database.prepare(
      `SELECT ${asBytes('deck')} AS deck, CAST(max(started_at) AS INTEGER) AS at FROM sessions
      WHERE rehearsal = 0 GROUP BY sessions.deck`,
    ),
    last: await database.prepare(
      `SELECT ${INTEGERS} FROM facts WHERE session = ? ORDER BY facts.seq DESC LIMIT 1`,
    ),
    // Version 0.1 said voter.
    attendance: await database.prepare(
      `SELECT count(*) AS answers, count(DISTINCT attendee) AS people FROM (
        SELECT DISTINCT coalesce(fact ->> '$.attendee', fact ->> '$.voter') AS attendee,
          fact ->> '$.activity' AS activity
        FROM facts WHERE session = ? AND fact ->> '$.type' = 'answer:given'
      )`,
    ),
    forget: await database.prepare('DELETE FROM facts WHERE session = ?'),
    forgetRow: await database.prepare('DELETE FROM sessions WHERE session = ?'),
  };
}

/** By hand: to make an object of each fact first would cost as much as its two spellings. */
export function asRows(facts: readonly StoredFact[]): string {
  const rows = facts.map(
    ({ seq, at, fact }) => `[${seq},${at},${JSON.stringify(JSON.stringify(fact))}]`,
  );
  return `[${rows.join()}]`;
}

/** Only `transact` writes the table, so each row holds a fact. */
export function toStoredFact(row: Record<string, unknown>): StoredFact {
  return {
    seq: Number(row['seq']),
    at: Number(row['at']),
    fact: upgradeFact(JSON.parse(textOf(row['fact'])) as Record<string, unknown>),
  };
}

export function toSummary(row: Record<string, unknown>): SessionSummary {
  return {
    code: legibleTextOf(row['session']),
    deck: legibleTextOf(row['deck']),
    title: legibleTextOf(row['title']),
    name: legibleTextOf(row['name']),
    rehearsal: row['rehearsal'] === 1,
    startedAt: Number(row['started_at']),
    endedAt: row['ended_at'] === null ? null : Number(row['ended_at']),
    keepDays: row['keep_days'] === null ? null : Number(row['keep_days']),
  };
}
