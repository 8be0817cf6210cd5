import { setTimeout } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { failure, success, type Result } from '../../../src/lib/result.ts';
import type { Fact, StoredFact } from '../../../src/session/facts.ts';
import { AttendanceCounts } from '../attendance-counts.ts';
import type { Deletion, EventLog, StorageProblem } from '../event-log.ts';
import { listSessions, timedSessions, type SessionRows } from '../list-sessions.ts';
import {
  Damage,
  inTransaction,
  isConnectionLost,
  postgresProblem,
  rowsOf,
  type Postgres,
} from './postgres.ts';
import { upgradeTables } from './postgres-schema.ts';
import {
  changeValues,
  factColumns,
  rowValues,
  statements,
  toStoredFact,
  type FactRow,
  type SummaryRow,
} from './statements.ts';

const ALL = 1_000_000_000;

/** Tries before the session is locked for the one that came too late each time. */
const TRIES = 3;

/** Milliseconds for which a lost connection is made again. */
const PATIENCE_MS = 1_000;
const BETWEEN_TRIES_MS = 100;

/** Facts of a session from elsewhere that go into one statement. */
const SLICE = 500;

/** Keeps facts in PostgreSQL, where other nodes write, too. `now` in milliseconds since 1970-01-01 UTC. */
export async function postgresLog(
  postgres: Postgres,
  now: () => number,
): Promise<Result<EventLog, StorageProblem>> {
  try {
    await upgradeTables(postgres);
    return success(new PostgresLog(postgres, now));
  } catch (error) {
    return failure(postgresProblem(error));
  }
}

/** The facts that are there, the highest number, and if there is a row of the session. */
interface WholeRow {
  readonly whole: number;
  readonly last: number;
  readonly isThere: boolean;
}

type Decide = (newer: readonly StoredFact[]) => readonly Fact[];

class PostgresLog implements EventLog {
  readonly #rows: SessionRows;

  constructor(
    readonly postgres: Postgres,
    readonly now: () => number,
  ) {
    const { reading } = postgres;
    const counts = new AttendanceCounts({
      last: (session) => rowsOf(reading, statements.last, [session]),
      attendance: (session) => rowsOf(reading, statements.attendance, [session]),
    });
    this.#rows = {
      attempt,
      read: (parameters) => rowsOf<SummaryRow>(reading, statements.sessions, parameters),
      last: (session) => rowsOf(reading, statements.last, [session]),
      counts,
    };
  }

  transact(
    session: string,
    afterSeq: number,
    decide: Decide,
  ): Promise<Result<readonly StoredFact[], StorageProblem>> {
    return attempt(async () => {
      let last = afterSeq;
      let facts = this.#numbered(decide([]), last);
      for (let tries = 1; facts.length > 0; tries += 1) {
        const newer = await this.#appendSurely(session, last, facts);
        if (newer === null) return facts;
        last = newer.at(-1)?.seq ?? last;
        facts = this.#numbered(decide(newer), last);
        if (tries === TRIES) return this.#appendLocked(session, last, facts, decide);
      }
      return facts;
    });
  }

  read(
    session: string,
    afterSeq: number,
    limit: number,
  ): Promise<Result<readonly StoredFact[], StorageProblem>> {
    return attempt(() => newerFacts(this.postgres.reading, session, afterSeq, limit));
  }

  sessions(...page: Parameters<EventLog['sessions']>): ReturnType<EventLog['sessions']> {
    return listSessions(this.#rows, page);
  }

  timed(...page: Parameters<EventLog['timed']>): ReturnType<EventLog['timed']> {
    return timedSessions(this.#rows, ...page);
  }

  lastGiven(): Promise<Result<ReadonlyMap<string, number>, StorageProblem>> {
    return attempt(async () => {
      const rows = await rowsOf<{ deck: string; at: number }>(
        this.postgres.reading,
        statements.lastGiven,
        [],
      );
      return new Map(rows.map(({ deck, at }) => [deck, at]));
    });
  }

  bring(session: string, facts: readonly StoredFact[]): Promise<Result<boolean, StorageProblem>> {
    return attempt(() =>
      inTransaction(this.postgres.reading, async (client) => {
        const row = [facts.length, session, ...rowValues(facts)];
        if ((await rowsOf(client, statements.bringRow, row)).length === 0) return false;
        for (let from = 0; from < facts.length; from += SLICE) {
          const slice = facts.slice(from, from + SLICE);
          const times = JSON.stringify(slice.map(({ at }) => at));
          await rowsOf(client, statements.bring, [session, from, times, ...factColumns(slice)]);
        }
        return true;
      }),
    );
  }

  forget(session: string): Promise<Result<Deletion, StorageProblem>> {
    return attempt(() =>
      inTransaction(this.postgres.answers, async (client) => {
        // The row first: whoever writes to the session holds it.
        const { rowCount } = await client.query({ ...statements.forgetRow, values: [session] });
        await client.query({ ...statements.forget, values: [session] });
        if (rowCount === 0) return 'unknown';
        const told = [session, this.postgres.process];
        await client.query({ ...statements.tellForgotten, values: told });
        return 'gone';
      }),
    );
  }

  verifyRead(session: string, upTo: number): Promise<Result<null, StorageProblem>> {
    return attempt(async () => {
      const { reading } = this.postgres;
      const [row] = await rowsOf<WholeRow>(reading, statements.whole, [session]);
      // Another node may have deleted it.
      if (row?.isThere === false && row.whole === 0) return null;
      if (row === undefined || row.whole !== row.last || row.last < upTo) throw new Damage(lost);
      return null;
    });
  }

  survey(): Promise<Result<readonly string[], StorageProblem>> {
    return attempt(async () => {
      const rows = await rowsOf<{ session: string }>(
        this.postgres.reading,
        statements.notWhole,
        [],
      );
      return rows.map(({ session }) => session);
    });
  }

  check(): Promise<Result<null, StorageProblem>> {
    return attempt(async () => {
      await rowsOf(this.postgres.answers, statements.check, [this.postgres.node]);
      return null;
    });
  }

  close(): Promise<void> {
    return this.postgres.close();
  }

  /**
   * Appends facts; null where that is done, else the facts that others have written meanwhile. Where the
   * connection is lost nobody knows: asked again, the log has these very facts, or takes them.
   */
  async #appendSurely(
    session: string,
    after: number,
    facts: readonly StoredFact[],
  ): Promise<readonly StoredFact[] | null> {
    const { answers } = this.postgres;
    const until = performance.now() + PATIENCE_MS;
    for (let isAgain = false; ; isAgain = true) {
      try {
        if (await this.#append(answers, session, after, facts)) return null;
        const newer = await newerFacts(answers, session, after, ALL);
        return isAgain && beginsWith(newer, facts) ? null : newer;
      } catch (error) {
        if (!isConnectionLost(error) || performance.now() > until) throw error;
        await setTimeout(BETWEEN_TRIES_MS);
      }
    }
  }

  /** The same while nobody else can write to the session: for one that came too late each time. */
  #appendLocked(
    session: string,
    after: number,
    decided: readonly StoredFact[],
    decide: Decide,
  ): Promise<readonly StoredFact[]> {
    return inTransaction(this.postgres.answers, async (client) => {
      await rowsOf(client, statements.lock, [session]);
      const newer = await newerFacts(client, session, after, ALL);
      const last = newer.at(-1)?.seq ?? after;
      const facts = newer.length === 0 ? decided : this.#numbered(decide(newer), last);
      const isDone = facts.length === 0 || (await this.#append(client, session, last, facts));
      if (!isDone) throw new Damage(wentBack);
      return facts;
    });
  }

  /** false, and nothing is changed, where the latest fact of the session is another than `after`. */
  async #append(
    client: Pool | PoolClient,
    session: string,
    after: number,
    facts: readonly StoredFact[],
  ): Promise<boolean> {
    const values = [session, after, facts[0]?.at, ...factColumns(facts), this.postgres.process];
    const rows =
      after === 0
        ? await rowsOf(client, statements.begin, [...values, ...rowValues(facts)])
        : await rowsOf(client, statements.append, [...values, ...changeValues(facts)]);
    return rows.length > 0;
  }

  #numbered(facts: readonly Fact[], last: number): StoredFact[] {
    const at = facts.length === 0 ? 0 : this.now();
    return facts.map((fact, index) => ({ seq: last + index + 1, at, fact }));
  }
}

/** The facts after this one, `limit` of them at most. Throws a `Damage` where it is not there. */
async function newerFacts(
  client: Pool | PoolClient,
  session: string,
  afterSeq: number,
  limit: number,
): Promise<StoredFact[]> {
  const withKnown = afterSeq === 0 ? limit : limit + 1;
  const rows = await rowsOf<FactRow>(client, statements.newer, [session, afterSeq, withKnown]);
  if (afterSeq === 0) return rows.map(toStoredFact);
  const [known, ...newer] = rows;
  if (known?.seq !== afterSeq) throw new Damage(wentBack);
  return newer.map(toStoredFact);
}

function beginsWith(stored: readonly StoredFact[], facts: readonly StoredFact[]): boolean {
  return JSON.stringify(stored.slice(0, facts.length)) === JSON.stringify(facts);
}

async function attempt<Value>(task: () => Promise<Value>): Promise<Result<Value, StorageProblem>> {
  try {
    return success(await task());
  } catch (error) {
    return failure(postgresProblem(error));
  }
}

const wentBack =
  'The database is older than what this session has shown: nothing can be recorded. If a backup was put in its place, or a standby server that was behind, restart all nodes.';

const lost =
  'What was recorded of this session can no longer be read from the database, so nothing more is recorded. Its results must be downloaded before this node is stopped.';
