import { failure, success, type Result } from '../../src/lib/result.ts';
import type { Fact, StoredFact } from '../../src/session/facts.ts';
import { OneAtATime } from './one-at-a-time.ts';
import type { SessionEnds, SessionLog, StorageProblem } from './session-log.ts';
import { openSqlite, storageProblem, type Sqlite, type Statement } from './sqlite.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS facts (
    session TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    fact TEXT NOT NULL,
    PRIMARY KEY (session, seq)
  ) STRICT, WITHOUT ROWID`;

// One statement for a whole batch: its cost on the main thread hardly grows with the batch.
const insertInto = 'INSERT INTO facts (session, seq, at, fact) SELECT';
const fromRows = `, value ->> 'seq', value ->> 'at', value ->> 'fact' FROM`;
const insertAll = `${insertInto} ? ${fromRows} json_each(?)`;

// SQLite takes no statement of more than a million bytes; a character has up to three.
const LONGEST_STATEMENT = 300_000;

const ends = `
  SELECT facts.session, facts.seq, facts.at, facts.fact FROM facts
  JOIN (SELECT session, max(seq) AS last, min(at) AS began FROM facts GROUP BY session) AS span
    ON span.session = facts.session AND facts.seq IN (1, span.last)
  ORDER BY span.began DESC, facts.session, facts.seq`;

/** Keeps facts in one SQLite file. `now` in milliseconds since 1970-01-01 UTC. */
export async function sqliteLog(
  file: string,
  now: () => number,
): Promise<Result<SessionLog, StorageProblem>> {
  try {
    const database = await openSqlite(file);
    await database.exec(schema);
    return success(new SqliteLog(database, now, await prepareAll(database)));
  } catch (error) {
    return failure(storageProblem(error));
  }
}

type Statements = Awaited<ReturnType<typeof prepareAll>>;

async function prepareAll(
  database: Sqlite,
): Promise<Record<'insert' | 'newer' | 'ends' | 'forget', Statement>> {
  return {
    insert: await database.prepare(insertAll),
    newer: await database.prepare(
      'SELECT seq, at, fact FROM facts WHERE session = ? AND seq > ? ORDER BY seq',
    ),
    ends: await database.prepare(ends),
    forget: await database.prepare('DELETE FROM facts WHERE session = ?'),
  };
}

class SqliteLog implements SessionLog {
  // All sessions share one connection, and with it one transaction at a time.
  readonly #turns = new OneAtATime();

  constructor(
    readonly database: Sqlite,
    readonly now: () => number,
    readonly statements: Statements,
  ) {}

  transact(
    session: string,
    afterSeq: number,
    decide: (newer: readonly StoredFact[]) => readonly Fact[],
  ): Promise<Result<readonly StoredFact[], StorageProblem>> {
    return this.#attempt(async () => {
      const facts = this.#numbered(decide([]), afterSeq);
      if (facts.length === 0 || (await this.#append(session, facts))) return facts;
      await this.database.exec('BEGIN IMMEDIATE');
      const newer = await this.#newer(session, afterSeq);
      const anew = this.#numbered(decide(newer), newer.at(-1)?.seq ?? afterSeq);
      if (anew.length > 0) this.statements.insert.run([session, asRows(anew)]);
      await this.database.exec('COMMIT');
      return anew;
    });
  }

  read(session: string): Promise<Result<readonly StoredFact[], StorageProblem>> {
    return this.#attempt(() => this.#newer(session, 0));
  }

  sessions(): ReturnType<SessionLog['sessions']> {
    return this.#attempt(async () => {
      const found = new Map<string, SessionEnds>();
      for (const row of await this.statements.ends.all([])) {
        const session = String(row['session']);
        const fact = toStoredFact(row);
        found.set(session, { session, first: found.get(session)?.first ?? fact, last: fact });
      }
      return [...found.values()];
    });
  }

  forget(session: string): Promise<Result<boolean, StorageProblem>> {
    return this.#attempt(async () => {
      // Where another program holds the lock, BEGIN meets it: a statement that did would stay
      // unfinished, and libsql would let nothing be committed from then on.
      await this.database.exec('BEGIN IMMEDIATE');
      const { changes } = this.statements.forget.run([session]);
      await this.database.exec('COMMIT');
      // The write-ahead log still holds what was deleted until it is emptied into the database.
      await this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      return changes > 0;
    });
  }

  check(): Promise<Result<null, StorageProblem>> {
    return this.#attempt(async () => {
      await this.database.exec('BEGIN IMMEDIATE');
      await this.database.exec('COMMIT');
      return null;
    });
  }

  close(): Promise<void> {
    return this.#turns.run(async () => this.database.close());
  }

  #numbered(facts: readonly Fact[], last: number): StoredFact[] {
    const at = facts.length === 0 ? 0 : this.now();
    return facts.map((fact, index) => ({ seq: last + index + 1, at, fact }));
  }

  /**
   * In one call, all of which runs off the main thread; false where another process has written
   * these numbers. What meets a lock is BEGIN: a statement of its own that did would stay
   * unfinished, and from then on libsql would report commits that it had not made.
   */
  async #append(session: string, facts: readonly StoredFact[]): Promise<boolean> {
    const rows = asRows(facts);
    try {
      if (rows.length > LONGEST_STATEMENT) {
        await this.database.exec('BEGIN IMMEDIATE');
        this.statements.insert.run([session, rows]);
        await this.database.exec('COMMIT');
      } else {
        const insert = `${insertInto} ${literal(JSON.stringify(session))} ->> '$' ${fromRows} json_each(${literal(rows)})`;
        await this.database.exec(`BEGIN IMMEDIATE; ${insert}; COMMIT`);
      }
      return true;
    } catch (error) {
      if (!isTaken(error)) throw error;
      await this.#rollBack();
      return false;
    }
  }

  async #newer(session: string, afterSeq: number): Promise<StoredFact[]> {
    return (await this.statements.newer.all([session, afterSeq])).map(toStoredFact);
  }

  #attempt<Value>(task: () => Promise<Value>): Promise<Result<Value, StorageProblem>> {
    return this.#turns.run(async () => {
      try {
        return success(await task());
      } catch (error) {
        await this.#rollBack();
        return failure(storageProblem(error));
      }
    });
  }

  /** SQLite itself has rolled back after some errors, and not after others. */
  async #rollBack(): Promise<void> {
    try {
      if (this.database.inTransaction) await this.database.exec('ROLLBACK');
    } catch {
      // The error that led here already says what is wrong.
    }
  }
}

function asRows(facts: readonly StoredFact[]): string {
  return JSON.stringify(facts.map((stored) => ({ ...stored, fact: JSON.stringify(stored.fact) })));
}

/** A text in SQL. JSON has no character that would end it, but for the quote. */
function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Whether the error says that a fact of this number is there already. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).includes('CONSTRAINT');
}

/** Only this file writes the table, so what stands in it is what `transact` wrote. */
function toStoredFact(row: Record<string, unknown>): StoredFact {
  return {
    seq: Number(row['seq']),
    at: Number(row['at']),
    fact: JSON.parse(String(row['fact'])) as Fact,
  };
}
