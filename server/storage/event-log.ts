import type { Result } from '../../src/lib/result.ts';
import { storageProblemNames } from '../../src/protocol/refusals.ts';
import type { Attendance } from '../../src/session/attendance.ts';
import type { Fact, StoredFact } from '../../src/session/facts.ts';
import type { SessionFilter } from './session-filter.ts';

/** Tells whether a refusal is one of these: they pass, and a refused message may be sent again. */
export function isStorageProblem(name: string): boolean {
  return storageProblemNames.some((problem) => problem === name);
}

/** The reason that the log cannot keep or give facts: a name for programs, a message for people. */
export interface StorageProblem {
  readonly name: (typeof storageProblemNames)[number];
  readonly message: string;
}

/** The row of a session. Times in milliseconds since 1970-01-01 UTC. */
export interface SessionSummary {
  readonly code: string;
  readonly deck: string;
  readonly title: string;
  /** The presenter's own name for it; '' for none. */
  readonly name: string;
  /** true: a session that counts nowhere. */
  readonly rehearsal: boolean;
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** The days for which its deck wants it kept; null where that says nothing. */
  readonly keepDays: number | null;
}

/** The row of a session, and the time of its latest fact. */
export interface TimedSession extends SessionSummary {
  /** null where its facts cannot be read. */
  readonly lastAt: number | null;
}

/** One session in a list. */
export interface ListedSession extends TimedSession {
  /** null where its facts cannot be read. */
  readonly attendance: Attendance | null;
}

/** A place in the list of sessions. */
export type SessionPlace = Pick<SessionSummary, 'code' | 'startedAt'>;

/**
 * The outcome of a deletion: there was nothing; or it is gone from the disk; or another program reads
 * the file, and it goes from the disk as soon as that lets go.
 */
export type Deletion = 'unknown' | 'gone' | 'going';

/**
 * Keeps each session's facts, numbered 1, 2, 3, …, for good. One contract suite holds for every
 * implementation: test/contracts/event-log.test.ts.
 */
export interface EventLog {
  /**
   * Appends what `decide` returns after fact number `afterSeq`, and resolves with that once it is
   * durable. A problem means that nothing was appended. `decide` must not wait for anything.
   *
   * `decide` is called with no facts first. Where another process has written meanwhile, the facts
   * that it returned are dropped: it is called again, with the facts newer than those that it knows, until
   * nobody has.
   *
   * A log that no longer has the fact `afterSeq` is damaged: new facts would rest on nothing.
   */
  transact(
    session: string,
    afterSeq: number,
    decide: (newer: readonly StoredFact[]) => readonly Fact[],
  ): Promise<Result<readonly StoredFact[], StorageProblem>>;
  /**
   * The facts of a session after number `afterSeq`, in order, `limit` of them at most; none where it is
   * unknown. A log that no longer has the fact `afterSeq` is damaged.
   */
  read(
    session: string,
    afterSeq: number,
    limit: number,
  ): Promise<Result<readonly StoredFact[], StorageProblem>>;
  /**
   * The sessions that have begun and fit `filter`, latest first: `limit` of them at most, those behind
   * `after`.
   */
  sessions(
    limit: number,
    after: SessionPlace | null,
    filter: SessionFilter,
  ): Promise<Result<readonly ListedSession[], StorageProblem>>;
  /** All sessions that have begun, latest first: `limit` of them at most, those behind `after`. */
  timed(
    limit: number,
    after: SessionPlace | null,
  ): Promise<Result<readonly TimedSession[], StorageProblem>>;
  /**
   * The start of each deck's latest session that is no rehearsal, by the deck's name, in milliseconds
   * since 1970-01-01 UTC.
   */
  lastGiven(): Promise<Result<ReadonlyMap<string, number>, StorageProblem>>;
  /**
   * Keeps the facts of a session from another server, numbered 1, 2, 3, …, with their times: all of them, or
   * none. Resolves with false, and changes nothing, where there is a session of this code.
   */
  bring(session: string, facts: readonly StoredFact[]): Promise<Result<boolean, StorageProblem>>;
  /** Deletes everything of a session. */
  forget(session: string): Promise<Result<Deletion, StorageProblem>>;
  /** Reads a session's facts, at least up to `upTo`, back from the disk, past every cache. */
  verifyRead(session: string, upTo: number): Promise<Result<null, StorageProblem>>;
  /**
   * Reads all that is kept back from the disk; resolves with the sessions whose facts are not whole. A
   * problem means that something else cannot be read.
   */
  survey(): Promise<Result<readonly string[], StorageProblem>>;
  /** Writes and syncs as for an answer, to find out whether facts can be kept now. */
  check(): Promise<Result<null, StorageProblem>>;
  close(): Promise<void>;
}
