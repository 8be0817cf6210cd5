import type { Command } from '../../src/session/commands.ts';
import type { LiveSession } from './live-session.ts';
import { isStorageProblem } from '../storage/event-log.ts';

// An answer that was sent before the countdown's end may still be on its way.
const GRACE_MS = 1_000;

type Timer = ReturnType<typeof setTimeout>;

/** Closes a session's activities when their time is up, also after a restart of the server. */
export class Countdowns {
  readonly #timers = new Set<Timer>();
  #stopped = false;

  /** `now` in milliseconds since 1970-01-01 UTC, as in the facts. */
  constructor(
    readonly session: LiveSession,
    readonly now: () => number,
  ) {
    session.onFacts((facts) => {
      if (facts.some(({ fact }) => fact.type !== 'answer:given')) this.#setTimers();
    });
    this.#setTimers();
  }

  /** True while one runs. */
  get isRunning(): boolean {
    return [...this.session.state.activities.values()].some(({ closesAt }) => closesAt !== null);
  }

  stop(): void {
    this.#stopped = true;
    this.#clear();
  }

  #clear(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #setTimers(): void {
    this.#clear();
    for (const [id, { activity, closesAt }] of this.session.state.activities) {
      if (closesAt === null) continue;
      // The clock may have been set back since: no countdown lasts longer than its author wrote.
      const left = Math.min(closesAt - this.now(), 1_000 * (activity.settings.closeAfter ?? 0));
      this.#endIn(left + GRACE_MS, { type: 'countdown:end', activity: id, closesAt });
    }
  }

  #endIn(milliseconds: number, end: Command): void {
    if (this.#stopped) return;
    const timer = setTimeout(
      () => void this.#end(end).catch((error: unknown) => this.session.fault(error)),
      Math.max(0, milliseconds),
    );
    this.#timers.add(timer);
  }

  async #end(end: Command): Promise<void> {
    const ended = await this.session.dispatch(end);
    // A full disk passes; a session that was ended or deleted has nothing left to close.
    if (!ended.ok && isStorageProblem(ended.error.name)) this.#endIn(GRACE_MS, end);
  }
}
