import { failure, success, type Result } from '../../src/lib/result.ts';
import type { Fact, StoredFact } from '../../src/session/facts.ts';
import { FileWatch } from './file-watch.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { readBack } from './read-back.ts';
import type { SessionEnds, SessionLog, StorageProblem } from './session-log.ts';
import { Damage, openSqlite, storageProblem, type Sqlite, type Statement } from './sqlite.ts';
import { demandWholeLog } from './write-ahead-log.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS facts (
    session TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    fact TEXT NOT NULL,
    PRIMARY KEY (session, seq)
  ) STRICT, WITHOUT ROWID`;

// The file's format: a number for whoever changes the table one day.
const FORMAT = 1;

// One statement for a whole batch: its cost on the main thread hardly grows with the batch.
const insertAll = `
  INSERT INTO facts (session, seq, at, fact)
  SELECT ?, value ->> 'seq', value ->> 'at', value ->> 'fact' FROM json_each(?)`;

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
    demandWholeLog(file);
    const database = await openSqlite(file, schema);
    return success(new SqliteLog(database, now, await prepareAll(database), new FileWatch(file)));
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
      `SELECT seq, at, CASE WHEN seq > ?2 THEN fact END AS fact
      FROM facts WHERE session = ?1 AND seq >= ?2 ORDER BY seq`,
    ),
    ends: await database.prepare(ends),
    forget: await database.prepare('DELETE FROM facts WHERE session = ?'),
  };
}

class SqliteLog implements SessionLog {
  // All sessions share one connection, and with it one transaction at a time.
  readonly #turns = new OneAtATime();
  #checking: Promise<Result<null, StorageProblem>> | null = null;

  constructor(
    readonly database: Sqlite,
    readonly now: () => number,
    readonly statements: Statements,
    readonly file: FileWatch,
  ) {}

  transact(
    session: string,
    afterSeq: number,
    decide: (newer: readonly StoredFact[]) => readonly Fact[],
  ): Promise<Result<readonly StoredFact[], StorageProblem>> {
    return this.#attempt(async () => {
      this.file.demandSame();
      await this.database.exec('BEGIN IMMEDIATE');
      const newer = await this.#newer(session, afterSeq);
      const facts = decide(newer);
      if (facts.length === 0) {
        await this.database.exec('ROLLBACK');
        return [];
      }
      const last = newer.at(-1)?.seq ?? afterSeq;
      const at = this.now();
      const added = facts.map((fact, index) => ({ seq: last + index + 1, at, fact }));
      const values = added.map((stored) => ({ ...stored, fact: JSON.stringify(stored.fact) }));
      this.statements.insert.run([session, JSON.stringify(values)]);
      await this.database.exec('COMMIT');
      return added;
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

  async readBack(session: string, upTo: number): Promise<Result<null, StorageProblem>> {
    try {
      this.file.demandSame();
      await readBack(this.file.path, session, upTo);
      return success(null);
    } catch (error) {
      return failure(storageProblem(error));
    }
  }

  check(): Promise<Result<null, StorageProblem>> {
    // However many ask at once: behind a lock each attempt waits for seconds.
    this.#checking ??= this.#attempt(async () => {
      this.file.demandSame();
      await this.database.exec('BEGIN IMMEDIATE');
      // Says what it said before: only what is written meets a full disk.
      await this.database.exec(`PRAGMA user_version = ${FORMAT}`);
      await this.database.exec('COMMIT');
      return null;
    }).finally(() => (this.#checking = null));
    return this.#checking;
  }

  close(): Promise<void> {
    return this.#turns.run(async () => this.database.close());
  }

  async #newer(session: string, afterSeq: number): Promise<StoredFact[]> {
    const rows = await this.statements.newer.all([session, afterSeq]);
    if (afterSeq === 0) return rows.map(toStoredFact);
    const [known, ...newer] = rows;
    if (known?.['seq'] !== afterSeq) throw new Damage(wentBack);
    return newer.map(toStoredFact);
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

const wentBack =
  'The database is older than what this session has shown: nothing can be recorded. If a backup was put in its place, restart the server.';

/** Only this file writes the table, so what stands in it is what `transact` wrote. */
function toStoredFact(row: Record<string, unknown>): StoredFact {
  return {
    seq: Number(row['seq']),
    at: Number(row['at']),
    fact: JSON.parse(String(row['fact'])) as Fact,
  };
}
