import { failure, success, type Result } from '../../src/lib/result.ts';
import type { Fact, StoredFact } from '../../src/session/facts.ts';
import { Erasure } from './erasure.ts';
import { FileIdentity } from './file-identity.ts';
import { Mutex } from '../../src/lib/mutex.ts';
import { unreachable } from '../../src/lib/unreachable.ts';
import { findDamagedSessions, verifyRead, verifyReadAll } from './read-verification.ts';
import { bringFacts } from './bring-facts.ts';
import type { Deletion, EventLog, StorageProblem } from './event-log.ts';
import { AttendanceCounts } from './attendance-counts.ts';
import { listSessions, timedSessions, type SessionRows } from './list-sessions.ts';
import { alignSideFiles, demandWritableSideFiles } from './side-files.ts';
import { sqlJson, sqlText } from './sql-text.ts';
import { FORMAT, upgradeSchema } from './sqlite-schema.ts';
import {
  asRows,
  insertAll,
  LONGEST_STATEMENT,
  prepareAll,
  toStoredFact,
  toSummary,
  type Statements,
} from './sqlite-statements.ts';
import { legibleTextOf } from './stored-text.ts';
import { Damage, openSqlite, storageProblem, type Sqlite } from './sqlite.ts';
import { rescueRemovedLog } from './wal-rescue.ts';
import { demandWholeLog, isLogLeftOver } from './wal-check.ts';

const ALL = 1_000_000_000;

/** Keeps facts in one SQLite file. `now` in milliseconds since 1970-01-01 UTC. */
export async function sqliteLog(
  file: string,
  now: () => number,
): Promise<Result<EventLog, StorageProblem>> {
  try {
    demandWholeLog(file);
    alignSideFiles(file);
    demandWritableSideFiles(file);
    const isLeftOver = isLogLeftOver(file);
    const database = await openSqlite(file, upgradeSchema);
    const statements = await prepareAll(database);
    const log = new SqliteLog(database, now, statements, new FileIdentity(file));
    if (isLeftOver) await log.finishDeletions();
    return success(log);
  } catch (error) {
    return failure(storageProblem(error));
  }
}

class SqliteLog implements EventLog {
  // All sessions share one connection, and with it one transaction at a time.
  readonly #turns = new Mutex();
  #isClosed = false;
  #checking: Promise<Result<null, StorageProblem>> | null = null;
  readonly #erasure: Erasure;
  readonly #counts: AttendanceCounts;
  readonly #rows: SessionRows;

  constructor(
    readonly database: Sqlite,
    readonly now: () => number,
    readonly statements: Statements,
    readonly file: FileIdentity,
  ) {
    const last = (session: string) => statements.last.all([session]);
    this.#counts = new AttendanceCounts({
      last,
      attendance: (session) => statements.attendance.all([session]),
    });
    this.#rows = {
      attempt: (task) => this.#attempt(task),
      read: async (parameters) => (await statements.sessions.all(parameters)).map(toSummary),
      last,
      counts: this.#counts,
    };
    this.#erasure = new Erasure(database, (task) => this.#attempt(() => this.#erase(task)));
  }

  /** Finishes a deletion that a stop of the server may have interrupted. */
  async finishDeletions(): Promise<void> {
    await this.#attempt(() => this.#erase(() => this.#erasure.attempt()));
  }

  transact(
    session: string,
    afterSeq: number,
    decide: (newer: readonly StoredFact[]) => readonly Fact[],
  ): Promise<Result<readonly StoredFact[], StorageProblem>> {
    return this.#attempt(async () => {
      const facts = this.#numbered(decide([]), afterSeq);
      if (facts.length === 0) return facts;
      await this.#demandFiles();
      if (await this.#append(session, afterSeq, facts)) {
        // Removed meanwhile, its log would be gone with the process.
        await this.#demandFiles();
        return facts;
      }
      await this.database.exec('BEGIN IMMEDIATE');
      const newer = await this.#newer(session, afterSeq, ALL);
      const last = newer.at(-1)?.seq ?? afterSeq;
      const anew = this.#numbered(decide(newer), last);
      if (anew.length > 0) this.statements.insert.run([session, last, asRows(anew)]);
      await this.database.exec('COMMIT');
      return anew;
    });
  }

  read(...page: Parameters<EventLog['read']>): ReturnType<EventLog['read']> {
    return this.#attempt(() => this.#newer(...page));
  }

  sessions(...page: Parameters<EventLog['sessions']>): ReturnType<EventLog['sessions']> {
    return listSessions(this.#rows, page);
  }

  timed(...page: Parameters<EventLog['timed']>): ReturnType<EventLog['timed']> {
    return timedSessions(this.#rows, ...page);
  }

  bring(session: string, facts: readonly StoredFact[]): Promise<Result<boolean, StorageProblem>> {
    return this.#attempt(async () => {
      await this.#demandFiles();
      const isNew = await bringFacts(this.database, this.statements, session, facts);
      await this.#demandFiles();
      return isNew;
    });
  }

  lastGiven(): Promise<Result<ReadonlyMap<string, number>, StorageProblem>> {
    return this.#attempt(async () => {
      const rows = await this.statements.lastGiven.all([]);
      return new Map(rows.map((row) => [legibleTextOf(row['deck']), Number(row['at'])]));
    });
  }

  forget(session: string): Promise<Result<Deletion, StorageProblem>> {
    return this.#attempt(async () => {
      // BEGIN must fail where another program holds the lock: a later statement that did would stay
      // unfinished, and libsql would let nothing be committed from then on.
      await this.#demandFiles();
      await this.database.exec('BEGIN IMMEDIATE');
      const { changes } = this.statements.forget.run([session]);
      this.statements.forgetRow.run([session]);
      await this.database.exec('COMMIT');
      this.#counts.forget(session);
      if (changes === 0) return 'unknown';
      // The write-ahead log still holds what was deleted until it is emptied into the database.
      return (await this.#erase(() => this.#erasure.attempt())) ? 'gone' : 'going';
    });
  }

  async verifyRead(session: string, upTo: number): Promise<Result<null, StorageProblem>> {
    const files = await this.#attempt(() => this.#demandFiles());
    if (!files.ok) return files;
    try {
      await verifyRead(this.file.path, session, upTo);
      return success(null);
    } catch (error) {
      return failure(storageProblem(error));
    }
  }

  async survey(): Promise<Result<readonly string[], StorageProblem>> {
    try {
      return success(await findDamagedSessions(this.file.path));
    } catch (error) {
      return failure(storageProblem(error));
    }
  }

  check(): Promise<Result<null, StorageProblem>> {
    // However many ask at once: behind a lock each attempt waits for seconds.
    this.#checking ??= this.#attempt(async () => {
      await this.#demandFiles();
      await this.database.exec('BEGIN IMMEDIATE');
      // The value is the same as before: only a write finds a full disk.
      await this.database.exec(`PRAGMA user_version = ${FORMAT}`);
      await this.database.exec('COMMIT');
      return null;
    }).finally(() => (this.#checking = null));
    return this.#checking;
  }

  close(): Promise<void> {
    return this.#turns.run(async () => {
      this.#isClosed = true;
      this.#erasure.stop();
      this.database.close();
    });
  }

  async #erase<Value>(attempt: () => Promise<Value>): Promise<Value> {
    await this.#demandFiles();
    const done = await attempt();
    // The log is shorter now.
    this.file.accept();
    return done;
  }

  /** Throws a `Damage` where what would be committed now could not be read afterwards. */
  async #demandFiles(): Promise<void> {
    const change = this.file.change();
    switch (change) {
      case 'none':
        return;
      case 'moved':
      case 'log-replaced':
        throw new Damage(moved);
      case 'log-gone':
        await rescueRemovedLog(this.database);
        break;
      case 'shrunk':
        // A checkpoint may have done that, or a program that knows nothing of databases.
        await verifyReadAll(this.file.path);
        break;
      default:
        unreachable(change);
    }
    this.file.accept();
  }

  #numbered(facts: readonly Fact[], last: number): StoredFact[] {
    const at = facts.length === 0 ? 0 : this.now();
    return facts.map((fact, index) => ({ seq: last + index + 1, at, fact }));
  }

  /**
   * In one call, all of which runs off the main thread; false where another process has written
   * these numbers, or the fact `after` is gone. It begins with BEGIN, which fails where the file is
   * locked: an insert by itself that did would stay unfinished, and libsql would report commits that
   * it had not made.
   */
  async #append(session: string, after: number, facts: readonly StoredFact[]): Promise<boolean> {
    const rows = asRows(facts);
    const insert = insertAll(sqlText(session), String(after), sqlJson(rows));
    try {
      if (Buffer.byteLength(insert) < LONGEST_STATEMENT) {
        await this.database.exec(`BEGIN IMMEDIATE; ${insert}; COMMIT`);
      } else {
        await this.database.exec('BEGIN IMMEDIATE');
        this.statements.insert.run([session, after, rows]);
        await this.database.exec('COMMIT');
      }
      return true;
    } catch (error) {
      if (!isOutOfStep(error)) throw error;
      await this.#rollBack();
      return false;
    }
  }

  /** The facts after this one, `limit` of them at most. */
  async #newer(session: string, afterSeq: number, limit: number): Promise<StoredFact[]> {
    const withKnown = afterSeq === 0 ? limit : limit + 1;
    const rows = await this.statements.newer.all([session, afterSeq, withKnown]);
    if (afterSeq === 0) return rows.map(toStoredFact);
    const [known, ...newer] = rows;
    if (known?.['seq'] !== afterSeq) throw new Damage(wentBack);
    return newer.map(toStoredFact);
  }

  #attempt<Value>(task: () => Promise<Value>): Promise<Result<Value, StorageProblem>> {
    return this.#turns.run(async () => {
      // libsql ends the whole process where a database is asked for anything after its end.
      if (this.#isClosed) return failure(closed);
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

const closed: StorageProblem = {
  name: 'unavailable',
  message: 'The server is stopping: nothing is recorded any more.',
};

const moved =
  'The database file or its write-ahead log (-wal) was removed or replaced while the server ran: nothing can be recorded. Put the file back, or restart the server.';

const wentBack =
  'The database is older than what this session has shown: nothing can be recorded. If a backup was put in its place, restart the server.';

/** Tells whether the error means that a fact of this number exists, or the one before it does not. */
function isOutOfStep(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).includes('CONSTRAINT');
}
