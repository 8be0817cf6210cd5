import type { Result } from '../../src/lib/result.ts';
import type { SessionLog, StorageProblem } from '../store/session-log.ts';

const ASK_AGAIN_MS = 3_000;

interface StorageEvents {
  /** Facts were made durable, in so many seconds. */
  readonly committed: (facts: number, seconds: number) => void;
  /** At each failure. */
  readonly failed: (problem: StorageProblem) => void;
  /** Only where it is another than before; null where all is well again. */
  readonly changed: (problem: StorageProblem | null) => void;
}

/**
 * Knows whether the log can be written, from how each use of it went. While it cannot, the log is
 * asked again and again: the presenter hears that all is well also where nobody writes.
 */
export class StorageWatch {
  /** The log that was given; what it is used for is seen here. */
  readonly log: SessionLog;
  #problem: StorageProblem | null = null;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  #checking: ReturnType<SessionLog['check']> | null = null;

  constructor(
    log: SessionLog,
    readonly events: StorageEvents,
  ) {
    this.log = {
      transact: (session, afterSeq, decide) =>
        this.#timed(() => log.transact(session, afterSeq, decide)),
      read: (session) => this.#watched(log.read(session)),
      sessions: () => this.#watched(log.sessions()),
      forget: (session) => this.#watched(log.forget(session)),
      check: () => this.#check(log),
      close: () => log.close(),
    };
  }

  get problem(): StorageProblem | null {
    return this.#problem;
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async #timed(transact: () => ReturnType<SessionLog['transact']>) {
    const from = performance.now();
    const written = await this.#watched(transact());
    // That nothing had to be written says nothing about whether it could be.
    if (written.ok && written.value.length > 0) {
      this.events.committed(written.value.length, (performance.now() - from) / 1000);
      this.#is(null);
    }
    return written;
  }

  async #watched<Value>(using: Promise<Result<Value, StorageProblem>>) {
    const used = await using;
    if (!used.ok) {
      this.events.failed(used.error);
      this.#is(used.error);
    }
    return used;
  }

  /** However many ask, the log does it once at a time: strangers may ask, and answers wait for it. */
  #check(log: SessionLog): ReturnType<SessionLog['check']> {
    this.#checking ??= this.#watched(log.check())
      .then((checked) => {
        if (checked.ok) this.#is(null);
        return checked;
      })
      .finally(() => (this.#checking = null));
    return this.#checking;
  }

  #is(problem: StorageProblem | null): void {
    const before = this.#problem;
    this.#problem = problem;
    if (before?.name === problem?.name) return;
    if (before === null) this.#askAgain();
    else if (problem === null) clearTimeout(this.#timer);
    this.events.changed(problem);
  }

  #askAgain(): void {
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      void this.log.check().then(() => {
        if (this.#problem !== null) this.#askAgain();
      });
    }, ASK_AGAIN_MS).unref();
  }
}
