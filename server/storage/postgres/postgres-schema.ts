import type { PoolClient } from 'pg';
import { inTransaction, type Postgres } from './postgres.ts';

/** Wrong codes and keys by address, as rate-limiter-flexible counts them. */
export const GUESSES_TABLE = 'guesses';

/** An arbitrary number, the same for all nodes: one of them changes the tables at a time. */
const LOCK = 7_536_279;

/**
 * The steps from an empty database to the present tables. Nodes of the version before go on while one has been
 * done: a step only adds, and takes away nothing that the version before uses.
 */
const steps: readonly string[] = [
  `CREATE TABLE sessions (
    session text COLLATE "C" PRIMARY KEY,
    last integer NOT NULL,
    deck text NOT NULL,
    title text NOT NULL,
    name text NOT NULL,
    rehearsal boolean NOT NULL,
    started_at bigint NOT NULL,
    ended_at bigint,
    keep_days integer
  ) WITH (fillfactor = 50);
  CREATE INDEX sessions_by_start ON sessions (started_at, session);
  CREATE TABLE facts (
    session text COLLATE "C" NOT NULL,
    seq integer NOT NULL,
    at bigint NOT NULL,
    attendee text COLLATE "C",
    activity text COLLATE "C",
    fact json NOT NULL,
    PRIMARY KEY (session, seq)
  );
  CREATE UNLOGGED TABLE node_counts (
    node text NOT NULL,
    session text COLLATE "C" NOT NULL,
    counts json NOT NULL,
    version integer NOT NULL,
    attendees json NOT NULL,
    seen timestamptz NOT NULL,
    PRIMARY KEY (node, session)
  ) WITH (fillfactor = 50);
  CREATE UNLOGGED TABLE ${GUESSES_TABLE} (
    key varchar(255) PRIMARY KEY,
    points integer NOT NULL DEFAULT 0,
    expire bigint
  );
  CREATE TABLE settings (name text PRIMARY KEY, value text NOT NULL);
  CREATE TABLE checks (node text PRIMARY KEY, at timestamptz NOT NULL)`,
];

/** Brings the tables to the present format. Throws pg's errors. */
export async function upgradeTables({ reading }: Postgres): Promise<void> {
  await inTransaction(reading, async (client) => {
    // Held until the end of the transaction.
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const done = await stepsDone(client);
    for (const [index, step] of steps.entries()) {
      if (index < done) continue;
      await client.query(step);
      await client.query('INSERT INTO plenary_steps (step) VALUES ($1)', [index + 1]);
    }
  });
}

async function stepsDone(client: PoolClient): Promise<number> {
  await client.query(
    'CREATE TABLE IF NOT EXISTS plenary_steps (step integer PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())',
  );
  const { rows } = await client.query<{ done: number }>(
    'SELECT coalesce(max(step), 0) AS done FROM plenary_steps',
  );
  return rows[0]?.done ?? 0;
}
