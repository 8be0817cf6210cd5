import type { SessionSummary } from '../event-log.ts';
import type { StoredFact } from '../../../src/session/facts.ts';
import { upgradeFact } from '../../../src/session/upgrade-fact.ts';
import { firstRow, rowChange } from '../session-row.ts';
import type { Prepared } from './postgres.ts';

/** The channel on which nodes tell each other which session has facts up to which number. */
export const FACTS_CHANNEL = 'plenary_facts';

const prepared = (name: string, text: string): Prepared => ({ name: `plenary_${name}`, text });

/** Facts of a batch: their session, the number before them, their time, themselves, attendees and activities. */
const addFacts = `added AS (
    INSERT INTO facts (session, seq, at, attendee, activity, fact)
    SELECT $1, $2::integer + part.number, $3, part.attendee, part.activity, part.fact
    FROM head, ROWS FROM (
      json_array_elements($4::json), json_array_elements_text($5::json), json_array_elements_text($6::json)
    ) WITH ORDINALITY AS part (fact, attendee, activity, number)
  )
  SELECT pg_notify('${FACTS_CHANNEL}', concat_ws(' ', $1::text, last, $7::text)) FROM head`;

const SUMMARY = `session AS code, deck, title, name, rehearsal, started_at::float8 AS "startedAt",
  ended_at::float8 AS "endedAt", keep_days AS "keepDays"`;

export const statements = {
  /** One round trip, with its commit: a row comes back where nobody has written meanwhile. */
  append: prepared(
    'append',
    `WITH head AS (
      UPDATE sessions SET last = last + json_array_length($4::json),
        title = coalesce($8, title), name = coalesce($9, name),
        ended_at = CASE WHEN $10::boolean THEN $11::bigint ELSE ended_at END,
        keep_days = CASE WHEN $12::boolean THEN $13::integer ELSE keep_days END
      WHERE session = $1 AND last = $2
      RETURNING last
    ), ${addFacts}`,
  ),
  begin: prepared(
    'begin',
    `WITH head AS (
      INSERT INTO sessions (session, last, deck, title, name, rehearsal, started_at, ended_at, keep_days)
      VALUES ($1, $2::integer + json_array_length($4::json), $8, $9, $10, $11, $12, $13, $14)
      ON CONFLICT DO NOTHING
      RETURNING last
    ), ${addFacts}`,
  ),
  bringRow: prepared(
    'bring_row',
    `INSERT INTO sessions (last, session, deck, title, name, rehearsal, started_at, ended_at, keep_days)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING last`,
  ),
  bring: prepared(
    'bring',
    `INSERT INTO facts (session, seq, at, attendee, activity, fact)
    SELECT $1, $2::integer + part.number, part.at::bigint, part.attendee, part.activity, part.fact
    FROM ROWS FROM (
      json_array_elements_text($3::json), json_array_elements($4::json),
      json_array_elements_text($5::json), json_array_elements_text($6::json)
    ) WITH ORDINALITY AS part (at, fact, attendee, activity, number)`,
  ),
  lock: prepared('lock', 'SELECT last FROM sessions WHERE session = $1 FOR UPDATE'),
  newer: prepared(
    'newer',
    `SELECT seq, at::float8 AS at, CASE WHEN seq > $2 THEN fact END AS fact
    FROM facts WHERE session = $1 AND seq >= $2 ORDER BY seq LIMIT $3`,
  ),
  latest: prepared('latest', 'SELECT session, last FROM sessions WHERE session = ANY($1)'),
  sessions: prepared(
    'sessions',
    `SELECT ${SUMMARY} FROM sessions
    WHERE (started_at, session) < ($1::bigint, $2)
      AND ($4::json ->> 0 IS NULL OR deck IN (SELECT json_array_elements_text($4::json)))
      AND CASE $5
        WHEN 'running' THEN ended_at IS NULL
        WHEN 'ended' THEN ended_at IS NOT NULL
        WHEN 'talks' THEN NOT rehearsal
        WHEN 'rehearsals' THEN rehearsal
        ELSE true
      END
    ORDER BY started_at DESC, session DESC LIMIT $3`,
  ),
  lastGiven: prepared(
    'last_given',
    'SELECT deck, max(started_at)::float8 AS at FROM sessions WHERE NOT rehearsal GROUP BY deck',
  ),
  last: prepared(
    'last',
    'SELECT seq, at::float8 AS at FROM facts WHERE session = $1 ORDER BY seq DESC LIMIT 1',
  ),
  attendance: prepared(
    'attendance',
    `SELECT count(*)::integer AS answers, count(DISTINCT attendee)::integer AS people FROM (
      SELECT DISTINCT attendee, activity FROM facts WHERE session = $1 AND attendee IS NOT NULL
    ) AS given`,
  ),
  forgetRow: prepared('forget_row', 'DELETE FROM sessions WHERE session = $1'),
  forget: prepared('forget', 'DELETE FROM facts WHERE session = $1'),
  tellForgotten: prepared(
    'tell_forgotten',
    `SELECT pg_notify('${FACTS_CHANNEL}', concat_ws(' ', $1::text, 0, $2::text))`,
  ),
  whole: prepared(
    'whole',
    `SELECT count(*)::integer AS whole, coalesce(max(seq), 0) AS last,
      EXISTS (SELECT 1 FROM sessions WHERE session = $1) AS "isThere"
    FROM facts WHERE session = $1`,
  ),
  notWhole: prepared(
    'not_whole',
    `SELECT session FROM sessions LEFT JOIN (
      SELECT session, count(*) AS whole, max(seq) AS newest FROM facts GROUP BY session
    ) AS kept USING (session)
    WHERE whole IS DISTINCT FROM last OR newest IS DISTINCT FROM last`,
  ),
  check: prepared(
    'check',
    `INSERT INTO checks (node, at) VALUES ($1, now())
    ON CONFLICT (node) DO UPDATE SET at = excluded.at`,
  ),
} as const satisfies Record<string, Prepared>;

/** Facts as JSON, with the attendees and activities of those that are answers. */
export function factColumns(facts: readonly StoredFact[]): [string, string, string] {
  const answers = facts.map(({ fact }) => (fact.type === 'answer:given' ? fact : null));
  return [
    JSON.stringify(facts.map(({ fact }) => fact)),
    JSON.stringify(answers.map((answer) => answer && storable(answer.attendee))),
    JSON.stringify(answers.map((answer) => answer && storable(answer.activity))),
  ];
}

/** The changes of a session's row by these facts, for `append`. */
export function changeValues(facts: readonly StoredFact[]): unknown[] {
  const { title, name, endedAt, keepDays } = rowChange(facts);
  return [
    ...[title === undefined ? null : storable(title), name === undefined ? null : storable(name)],
    ...[endedAt !== undefined, endedAt ?? null, keepDays !== undefined, keepDays ?? null],
  ];
}

/** The row of a session with these facts, for `begin` and `bringRow`. */
export function rowValues(facts: readonly StoredFact[]): unknown[] {
  const [first] = facts;
  if (first === undefined) throw new Error('A session begins with a fact.');
  const { deck, rehearsal, startedAt } = firstRow(first);
  const { title = '', name = '', endedAt = null, keepDays = null } = rowChange(facts);
  return [storable(deck), storable(title), storable(name), rehearsal, startedAt, endedAt, keepDays];
}

/** PostgreSQL keeps every letter but this one. In facts it is escaped. */
function storable(text: string): string {
  return text.replaceAll('\0', '\u{FFFD}');
}

/** The row of a fact, which is null where only its number was asked for. */
export interface FactRow {
  readonly seq: number;
  readonly at: number;
  readonly fact: Record<string, unknown>;
}

export function toStoredFact({ seq, at, fact }: FactRow): StoredFact {
  return { seq, at, fact: upgradeFact(fact) };
}

/** A row of the list of sessions, which has the columns of a summary. */
export type SummaryRow = SessionSummary;
