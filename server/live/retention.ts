import { isDue } from '../../src/session/retention.ts';
import type { SessionState } from '../../src/session/state.ts';
import type { EventLog, SessionPlace, TimedSession } from '../storage/event-log.ts';
import type { OnFault } from '../telemetry/guarded.ts';
import type { SessionRegistry } from './session-registry.ts';

const HOUR_MS = 60 * 60 * 1000;

/** Sessions whose rows are looked at together. */
const SLICE = 250;

interface RetentionDeps {
  readonly log: EventLog;
  readonly registry: SessionRegistry;
  /** The days for which the server keeps sessions at most; null for any time. */
  readonly keepDays: number | null;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number;
  readonly onDeleted: (code: string) => void;
  readonly onFault: OnFault;
}

/**
 * Deletes sessions that are kept no longer: at the start of the server, and once an hour. One whose facts
 * cannot be read is left: nobody knows when it ended.
 */
export class Retention {
  readonly #timer: NodeJS.Timeout;
  #isStopped = false;

  constructor(readonly deps: RetentionDeps) {
    const look = (): void => void this.deleteDue().catch(deps.onFault);
    this.#timer = setInterval(look, HOUR_MS);
    this.#timer.unref();
    look();
  }

  stop(): void {
    this.#isStopped = true;
    clearInterval(this.#timer);
  }

  /** Deletes what is due now, up to the first that the log cannot delete: a log that is locked or full stays so for a while. */
  async deleteDue(): Promise<void> {
    for (const { code } of await this.#due()) {
      if (this.#isStopped) return;
      const deleted = await this.deps.registry.forgetIf(code, (state) => this.#isDue(state));
      if (deleted === 'failed') return;
      if (deleted === 'deleted') this.deps.onDeleted(code);
    }
  }

  /** The sessions that are due by their rows. */
  async #due(): Promise<TimedSession[]> {
    const { log, keepDays, now } = this.deps;
    const due: TimedSession[] = [];
    for (let place: SessionPlace | null = null; ;) {
      const rows = await log.timed(SLICE, place);
      if (!rows.ok) return due;
      due.push(...rows.value.filter((session) => isDue(session, keepDays, now())));
      const last: TimedSession | undefined = rows.value.at(-1);
      // One with a damaged code may be its own next one.
      if (rows.value.length < SLICE || last === undefined || last.code === place?.code) return due;
      place = last;
    }
  }

  /** The same by the facts themselves: rows may be damaged, and something may have happened meanwhile. */
  #isDue({ endedAt, at, deck }: SessionState): boolean {
    const session = { endedAt, lastAt: at, keepDays: deck.keepDays ?? null };
    return isDue(session, this.deps.keepDays, this.deps.now());
  }
}
