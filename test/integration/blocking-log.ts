import type { EventLog, StorageProblem } from '../../server/storage/event-log.ts';
import { observeLog } from '../../server/storage/observe-log.ts';

/** Stands between a server and its log: commits wait while it is held, and fail while it is broken. */
export class HeldLog {
  #held = Promise.resolve();
  #release = (): void => undefined;
  #waiting = 0;
  #problem: StorageProblem | null = null;

  readonly around = (log: EventLog): EventLog =>
    observeLog(log, {
      before: async ({ name }) => {
        if (name === 'transact') {
          this.#waiting += 1;
          await this.#held;
          this.#waiting -= 1;
        }
        return name === 'transact' || name === 'check' ? this.#problem : null;
      },
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
