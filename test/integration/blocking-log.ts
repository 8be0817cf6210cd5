import { failure } from '../../src/lib/result.ts';
import type { EventLog, StorageProblem } from '../../server/storage/event-log.ts';

/** Stands between a server and its log: commits wait while it is held, and fail while it is broken. */
export class HeldLog {
  #held = Promise.resolve();
  #release = (): void => undefined;
  #waiting = 0;
  #problem: StorageProblem | null = null;

  readonly around = (log: EventLog): EventLog => ({
    transact: async (...batch) => {
      this.#waiting += 1;
      await this.#held;
      this.#waiting -= 1;
      return this.#problem === null ? log.transact(...batch) : failure(this.#problem);
    },
    check: async () => (this.#problem === null ? log.check() : failure(this.#problem)),
    read: (session) => log.read(session),
    verifyRead: (session, upTo) => log.verifyRead(session, upTo),
    sessions: () => log.sessions(),
    forget: (session) => log.forget(session),
    close: () => log.close(),
  });

  /** Commits that wait. */
  get waiting(): number {
    return this.#waiting;
  }

  hold(): void {
    this.#held = new Promise((release) => (this.#release = release));
  }

  release(): void {
    this.#release();
    this.#held = Promise.resolve();
  }

  /** Fails from now on, as a disk does; null mends it. */
  fail(problem: StorageProblem | null): void {
    this.#problem = problem;
  }
}

export const fullDisk: StorageProblem = { name: 'full', message: 'The disk is full.' };
