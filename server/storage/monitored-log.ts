import { failure, type Result } from '../../src/lib/result.ts';
import type { EventLog, StorageProblem } from './event-log.ts';

/** How often the watch looks by itself, in milliseconds. */
export interface Rounds {
  /** While something is wrong. */
  readonly inTrouble: number;
  /** While sessions are written to, and nothing is known to be wrong. */
  readonly inPeace: number;
}

/**
 * A log that knows whether it can keep facts just now, and tells. What was recorded is read back
 * from the disk every so often, so that nothing is acknowledged for long into a file that can no
 * longer be read.
 */
export class MonitoredLog implements EventLog {
  readonly #listeners = new Set<() => void>();
  // The number of the latest fact of each session that was written to since it was last read back.
  readonly #unread = new Map<string, number>();
  readonly #damaged = new Map<
    string,
    { readonly upTo: number; readonly problem: StorageProblem }
  >();
  #problem: StorageProblem | null = null;
  #round: NodeJS.Timeout | null = null;
  #looking = false;
  #closed = false;

  constructor(
    readonly log: EventLog,
    readonly rounds: Rounds,
  ) {}

  /** Why facts of a session cannot be kept just now; null where they can, as far as is known. */
  problemOf(session: string): StorageProblem | null {
    return this.#problem ?? this.#damaged.get(session)?.problem ?? null;
  }

  /** Why facts cannot be kept just now, of all sessions or of some; null where all is well. */
  get problem(): StorageProblem | null {
    const [damaged] = this.#damaged.values();
    return this.#problem ?? damaged?.problem ?? null;
  }

  /** Calls whenever what `problemOf` says may have changed. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  async transact(
    ...[session, afterSeq, decide]: Parameters<EventLog['transact']>
  ): ReturnType<EventLog['transact']> {
    const damaged = this.#damaged.get(session);
    if (damaged !== undefined) return failure(damaged.problem);
    const written = await this.log.transact(session, afterSeq, decide);
    if (!written.ok) this.#met(session, afterSeq, written.error);
    else this.#wrote(session, written.value.at(-1)?.seq);
    return written;
  }

  read(session: string): ReturnType<EventLog['read']> {
    return this.log.read(session);
  }

  sessions(): ReturnType<EventLog['sessions']> {
    return this.log.sessions();
  }

  async forget(session: string): ReturnType<EventLog['forget']> {
    const forgotten = await this.log.forget(session);
    if (forgotten.ok) {
      this.#unread.delete(session);
      this.#damaged.delete(session);
    }
    return forgotten;
  }

  verifyRead(session: string, upTo: number): ReturnType<EventLog['verifyRead']> {
    return this.log.verifyRead(session, upTo);
  }

  async check(): Promise<Result<null, StorageProblem>> {
    const checked = await this.log.check();
    this.#set(checked.ok ? null : checked.error);
    const [damaged] = this.#damaged.values();
    return checked.ok && damaged !== undefined ? failure(damaged.problem) : checked;
  }

  close(): Promise<void> {
    this.#closed = true;
    if (this.#round !== null) clearTimeout(this.#round);
    return this.log.close();
  }

  #wrote(session: string, seq: number | undefined): void {
    // A transaction that had nothing to add has not shown that anything can be written.
    if (seq === undefined) return;
    this.#unread.set(session, seq);
    this.#set(null);
    this.#plan();
  }

  #met(session: string, upTo: number, problem: StorageProblem): void {
    if (problem.name !== 'damaged') this.#set(problem);
    // A session that could not begin is not there to be read.
    else if (upTo > 0) this.#setDamaged(session, upTo, problem);
  }

  #set(problem: StorageProblem | null): void {
    const changed = problem?.name !== this.#problem?.name;
    this.#problem = problem;
    if (!changed) return;
    this.#tell();
    this.#planAnew();
  }

  #setDamaged(session: string, upTo: number, problem: StorageProblem): void {
    this.#damaged.set(session, { upTo, problem });
    this.#tell();
    this.#planAnew();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #planAnew(): void {
    if (this.#round !== null) clearTimeout(this.#round);
    this.#round = null;
    this.#plan();
  }

  #plan(): void {
    const inTrouble = this.#problem !== null || this.#damaged.size > 0;
    const isNeeded = inTrouble || this.#unread.size > 0;
    if (!isNeeded || this.#closed || this.#looking || this.#round !== null) return;
    const wait = inTrouble ? this.rounds.inTrouble : this.rounds.inPeace;
    this.#round = setTimeout(() => void this.#look(), wait);
  }

  async #look(): Promise<void> {
    this.#round = null;
    this.#looking = true;
    await this.#readAll();
    this.#looking = false;
    this.#plan();
  }

  async #readAll(): Promise<void> {
    if (this.#problem !== null) await this.check();
    for (const [session, { upTo }] of [...this.#damaged]) {
      if ((await this.log.verifyRead(session, upTo)).ok && this.#damaged.delete(session))
        this.#tell();
    }
    for (const [session, upTo] of [...this.#unread]) {
      this.#unread.delete(session);
      const read = await this.log.verifyRead(session, upTo);
      if (!read.ok && read.error.name === 'damaged') this.#setDamaged(session, upTo, read.error);
    }
  }
}
