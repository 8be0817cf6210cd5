import { DatabaseError, Pool, type PoolClient, type PoolConfig, type QueryResultRow } from 'pg';
import { randomText } from '../../auth/random.ts';
import type { StorageProblem } from '../event-log.ts';

/** Connections that one node keeps at most for answers, and for all else: reading must hold no answer up. */
const FOR_ANSWERS = 4;
const FOR_READING = 4;

/** Milliseconds for which an answer waits for the database at most: its phone sends it again after three seconds. */
const PATIENCE_MS = 2_000;

/** Milliseconds that a statement over all sessions may take. */
const LONGEST_READ_MS = 120_000;

/** The connections of one node to PostgreSQL. */
export interface Postgres {
  /** The name of this node, for people. */
  readonly node: string;
  /** Tells this process from all others, also from one of the same name. */
  readonly process: string;
  /** For what people wait for. */
  readonly answers: Pool;
  /** For lists, exports and checks. */
  readonly reading: Pool;
  /** The options of a further connection. */
  readonly config: PoolConfig;
  close(): Promise<void>;
}

/** Opens no connection yet. `node` is the name of this node, as PostgreSQL shows it. */
export function postgresAt(url: string, node: string): Postgres {
  const config: PoolConfig = {
    connectionString: url,
    application_name: `plenary ${node}`,
    connectionTimeoutMillis: PATIENCE_MS,
    keepAlive: true,
    // An acknowledged answer survives a power cut. A lock that a hanging node holds is let go.
    options:
      '-c synchronous_commit=on -c lock_timeout=2s -c idle_in_transaction_session_timeout=4s',
  };
  const answers = openPool({ ...config, max: FOR_ANSWERS, query_timeout: PATIENCE_MS });
  const reading = openPool({ ...config, max: FOR_READING, query_timeout: LONGEST_READ_MS });
  return {
    ...{ node, process: `${node} ${randomText(6)}`, answers, reading, config },
    async close() {
      if (answers.ended) return;
      await Promise.all([answers.end(), reading.end()]);
    },
  };
}

function openPool(config: PoolConfig): Pool {
  const pool = new Pool(config);
  // A connection that is lost while nobody uses it: the next one who needs it gets another.
  pool.on('error', () => undefined);
  return pool;
}

/** Runs a task in a transaction. Throws its errors, after everything was taken back. */
export async function inTransaction<Value>(
  pool: Pool,
  task: (client: PoolClient) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const value = await task(client);
    await client.query('COMMIT');
    client.release();
    return value;
  } catch (error) {
    // Closed, it takes its transaction back; to ask for that might have to wait.
    client.release(true);
    throw error;
  }
}

/** A statement that each connection prepares once. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

/** The rows of a prepared statement. Throws pg's errors. */
export async function rowsOf<Row extends QueryResultRow>(
  client: Pool | PoolClient,
  statement: Prepared,
  values: readonly unknown[],
): Promise<Row[]> {
  const { rows } = await client.query<Row>({ ...statement, values: [...values] });
  return rows;
}

/** Damage that PostgreSQL does not see; its message says what is wrong and what to do. */
export class Damage extends Error {}

const words: Record<StorageProblem['name'], string> = {
  full: 'The disk of the database is full: nothing more can be recorded until there is room.',
  'read-only':
    'The database takes nothing, as a standby server does: nothing can be recorded until Plenary is led to the one that does.',
  locked: 'The database is held up: nothing can be recorded until it goes on.',
  damaged: 'The database is damaged: nothing can be recorded until a backup is restored.',
  unavailable: 'The database cannot be reached: nothing can be recorded until it is back.',
};

/** The problem that an error of pg means. See https://www.postgresql.org/docs/18/errcodes-appendix.html */
export function postgresProblem(error: unknown): StorageProblem {
  if (error instanceof Damage) return { name: 'damaged', message: error.message };
  const name = error instanceof DatabaseError ? problemName(error.code ?? '') : 'unavailable';
  return { name, message: words[name] };
}

/**
 * True for an error after which nobody knows if a statement was done: the connection ended, or PostgreSQL is being
 * stopped or started.
 */
export function isConnectionLost(error: unknown): boolean {
  if (error instanceof Damage) return false;
  return !(error instanceof DatabaseError) || /^(08|57P0)/.test(error.code ?? '');
}

function problemName(code: string): StorageProblem['name'] {
  if (/^(53100|53200)$/.test(code)) return 'full';
  if (/^(25006|42501)$/.test(code)) return 'read-only';
  if (/^(55P03|40P01|57014|25P03)$/.test(code)) return 'locked';
  if (/^XX00[12]$/.test(code)) return 'damaged';
  return 'unavailable';
}
