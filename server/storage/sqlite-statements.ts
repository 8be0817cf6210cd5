import type { StoredFact } from '../../src/session/facts.ts';
import { upgradeFact } from '../../src/session/upgrade-fact.ts';
import type { Sqlite, Statement } from './sqlite.ts';

export const schema = `
  CREATE TABLE IF NOT EXISTS facts (
    session TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    fact TEXT NOT NULL,
    PRIMARY KEY (session, seq)
  ) STRICT, WITHOUT ROWID`;

// The version of the file's format, to be raised when the table changes.
export const FORMAT = 1;

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

const ends = `
  SELECT facts.session, facts.seq, facts.at, facts.fact FROM facts
  JOIN (SELECT session, max(seq) AS last, min(at) AS began FROM facts GROUP BY session) AS span
    ON span.session = facts.session AND facts.seq IN (1, span.last)
  ORDER BY span.began DESC, facts.session, facts.seq`;

export type Statements = Awaited<ReturnType<typeof prepareAll>>;

export async function prepareAll(
  database: Sqlite,
): Promise<Record<'insert' | 'newer' | 'ends' | 'forget', Statement>> {
  return {
    insert: await database.prepare(insertAll('?1', '?2', '?3')),
    newer: await database.prepare(
      `SELECT seq, at, CASE WHEN seq > ?2 THEN fact END AS fact
      FROM facts WHERE session = ?1 AND seq >= ?2 ORDER BY seq`,
    ),
    ends: await database.prepare(ends),
    forget: await database.prepare('DELETE FROM facts WHERE session = ?'),
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
    fact: upgradeFact(JSON.parse(String(row['fact'])) as Record<string, unknown>),
  };
}
