import type { Result } from '../../src/lib/result.ts';
import { storageProblemNames } from '../../src/protocol/refusals.ts';
import type { Fact, StoredFact } from '../../src/session/facts.ts';

/** Whether a refusal is one of these: they pass, and what was refused may be sent again. */
export function isStorageProblem(name: string): boolean {
  return storageProblemNames.some((problem) => problem === name);
}

/** Why the log cannot keep or give facts: a name for programs, words for the person in charge. */
export interface StorageProblem {
  readonly name: (typeof storageProblemNames)[number];
  readonly message: string;
}

/** The first and the latest fact of a session. */
export interface SessionEnds {
  readonly session: string;
  readonly first: StoredFact;
  readonly last: StoredFact;
}

/**
 * Keeps each session's facts, numbered 1, 2, 3, …, for good. One contract suite holds for every
 * implementation: test/contracts/event-log.test.ts.
 */
export interface EventLog {
  /**
   * Appends what `decide` returns after fact number `afterSeq`, and resolves with that once it is
   * durable. A problem means that nothing was appended. `decide` must not wait for anything.
   *
   * It is called with no facts first. Where another process has written meanwhile, nothing of what
   * it returned is kept: it is called once more, with the facts newer than `afterSeq`, while the
   * session's lock is held.
   *
   * A log that no longer has the fact `afterSeq` is damaged: what follows would stand on nothing.
   */
  transact(
    session: string,
    afterSeq: number,
    decide: (newer: readonly StoredFact[]) => readonly Fact[],
  ): Promise<Result<readonly StoredFact[], StorageProblem>>;
  /** All facts of a session, in order; none where it is unknown. */
  read(session: string): Promise<Result<readonly StoredFact[], StorageProblem>>;
  /** Every session that has begun, latest first. */
  sessions(): Promise<Result<readonly SessionEnds[], StorageProblem>>;
  /** Deletes everything of a session; resolves with whether there was anything. */
  forget(session: string): Promise<Result<boolean, StorageProblem>>;
  /** Whether a session's facts, up to `upTo`, can be read back from the disk, past every cache. */
  verifyRead(session: string, upTo: number): Promise<Result<null, StorageProblem>>;
  /** Whether facts could be kept now: writes and syncs, as an answer would. */
  check(): Promise<Result<null, StorageProblem>>;
  close(): Promise<void>;
}
