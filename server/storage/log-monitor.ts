import { guarded, type OnFault } from '../telemetry/guarded.ts';
import type { EventLog, StorageProblem } from './event-log.ts';
import { observeLog, type LogCall, type LogOutcome } from './observe-log.ts';

// To read a large file takes longer, and is not to be waited for.
const PATIENCE_MS = 1_000;

/** Milliseconds between two checks. */
export interface CheckIntervals {
  /** While something is wrong. */
  readonly inTrouble: number;
  /** While sessions are written to, and no problem is known. */
  readonly inPeace: number;
}

/**
 * Watches a log, and tells whether it can keep facts just now. Recorded facts are read back from the
 * disk at intervals, so that nothing is acknowledged for long into a file that can no longer be read.
 */
export class LogMonitor {
  /** The log to use: the same one, watched. */
  readonly log: EventLog;
  readonly #onFault: OnFault;
  readonly #listeners = new Set<() => void>();
  // The number of the latest fact of each session that was written to since it was last read back.
  readonly #unread = new Map<string, number>();
  readonly #damaged = new Map<
    string,
    { readonly upTo: number; readonly problem: StorageProblem }
  >();
  #problem: StorageProblem | null = null;
  /** The reason that not all could be read, besides damaged sessions; null where it could. */
  #unreadable: StorageProblem | null = null;
  #timer: NodeJS.Timeout | null = null;
  readonly #firstSurvey: Promise<void>;
  #surveyedAt = -Infinity;
  #isChecking = false;
  #isClosed = false;

  constructor(
    readonly inner: EventLog,
    readonly intervals: CheckIntervals,
    onFault: OnFault,
  ) {
    this.#onFault = onFault;
    this.log = observeLog(inner, {
      before: (call) => {
        if (call.name === 'check') return this.#firstSurvey;
        return call.name === 'transact' ? this.#damaged.get(call.session)?.problem : null;
      },
      after: (call, outcome) => this.#done(call, outcome),
      closing: () => {
        this.#isClosed = true;
        if (this.#timer !== null) clearTimeout(this.#timer);
      },
    });
    this.#firstSurvey = within(this.#survey().catch(this.#onFault), PATIENCE_MS);
  }

  /** The reason that facts of a session cannot be kept just now; null where they can, as far as is known. */
  problemOf(session: string): StorageProblem | null {
    return this.#problem ?? this.#damaged.get(session)?.problem ?? null;
  }

  /** The reason that facts of all sessions or of some cannot be kept just now; null where they can. */
  get problem(): StorageProblem | null {
    const [damaged] = this.#damaged.values();
    return this.#problem ?? this.#unreadable ?? damaged?.problem ?? null;
  }

  /** Calls when `problemOf` may have changed. */
  onChange(listener: () => void): void {
    this.#listeners.add(guarded(this.#onFault, listener));
  }

  #done(call: LogCall, { problem, facts }: LogOutcome): StorageProblem | null {
    if (call.name === 'transact') {
      if (problem !== null) this.#failed(call.session, call.upTo, problem);
      else this.#wrote(call.session, facts.at(-1)?.seq);
    }
    if (call.name === 'forget' && problem === null) {
      this.#unread.delete(call.session);
      this.#damaged.delete(call.session);
    }
    if (call.name !== 'check') return null;
    this.#set(problem);
    return this.problem;
  }

  #wrote(session: string, last: number | undefined): void {
    // A transaction that had nothing to add has not shown that anything can be written.
    if (last === undefined) return;
    this.#unread.set(session, last);
    this.#set(null);
    this.#plan();
  }

  #failed(session: string, upTo: number, problem: StorageProblem): void {
    if (problem.name !== 'damaged') this.#set(problem);
    // A session that could not begin is not there to be read.
    else if (upTo > 0) this.#setDamaged(session, upTo, problem);
  }

  #set(problem: StorageProblem | null): void {
    const hasChanged = problem?.name !== this.#problem?.name;
    this.#problem = problem;
    if (hasChanged) this.#changed();
  }

  #setDamaged(session: string, upTo: number, problem: StorageProblem): void {
    this.#damaged.set(session, { upTo, problem });
    this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#plan();
  }

  #plan(): void {
    const isInTrouble = this.problem !== null;
    const isNeeded = isInTrouble || this.#unread.size > 0;
    if (!isNeeded || this.#isClosed || this.#isChecking || this.#timer !== null) return;
    const wait = isInTrouble ? this.intervals.inTrouble : this.intervals.inPeace;
    this.#timer = setTimeout(() => void this.#check(), wait);
  }

  async #check(): Promise<void> {
    this.#timer = null;
    this.#isChecking = true;
    try {
      await this.#checkAll();
    } catch (error) {
      this.#onFault(error);
    }
    this.#isChecking = false;
    this.#plan();
  }

  async #checkAll(): Promise<void> {
    if (this.#problem !== null) await this.log.check();
    const isSurveyDue = performance.now() - this.#surveyedAt >= this.intervals.inPeace;
    if (this.#unreadable !== null && isSurveyDue) await this.#survey();
    for (const [session, { upTo }] of [...this.#damaged]) {
      const read = await this.inner.verifyRead(session, upTo);
      if (read.ok && this.#damaged.delete(session)) this.#changed();
    }
    for (const [session, upTo] of [...this.#unread]) {
      this.#unread.delete(session);
      const read = await this.inner.verifyRead(session, upTo);
      if (!read.ok && read.error.name === 'damaged') this.#setDamaged(session, upTo, read.error);
    }
  }

  /** Reads all that was recorded before: a check that only writes says nothing of it. */
  async #survey(): Promise<void> {
    const found = await this.inner.survey();
    if (this.#isClosed) return;
    this.#surveyedAt = found.ok || found.error.name === 'damaged' ? performance.now() : -Infinity;
    const before = this.problem?.name;
    this.#unreadable = found.ok ? null : found.error;
    for (const session of found.ok ? found.value : []) this.#setDamaged(session, 0, lost);
    if (before !== this.problem?.name) this.#changed();
  }
}

const lost: StorageProblem = {
  name: 'damaged',
  message:
    'What was recorded of a session can no longer be read from the disk. Restore a backup, or delete that session; `npm run log -- verify` says which.',
};

/** Resolves when the task is done, or after so many milliseconds. */
async function within(task: Promise<void>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds).unref();
  });
  await Promise.race([task, late]);
  clearTimeout(timer);
}
