import type { Command } from '../../src/session/commands.ts';
import type { ActivityState, SessionState } from '../../src/session/state.ts';
import type { LiveSession } from './live-session.ts';
import { isStorageProblem } from '../storage/event-log.ts';

// An answer that was sent before the countdown's end may still be on its way.
const GRACE_MS = 1_000;

type Timer = ReturnType<typeof setTimeout>;

interface LatestEnd {
  /** The end that the session's state has. */
  readonly closesAt: number;
  /** Milliseconds of `performance.now()`. */
  readonly at: number;
}

/** Milliseconds. */
function lengthOf({ activity }: ActivityState): number {
  return 1_000 * (activity.settings.closeAfter ?? 0);
}

/** Corrects ends that were recorded by a clock that was ahead of `now`, before screens show the time left. */
export function shortenCountdowns({ activities }: SessionState, now: number): void {
  for (const activityState of activities.values()) {
    if (activityState.closesAt === null) continue;
    activityState.closesAt = Math.min(activityState.closesAt, now + lengthOf(activityState));
  }
}

/**
 * Closes a session's activities when their time is up, also after a restart of the server. The clock may
 * be set back before a restart or while one runs: no countdown lasts longer than its author wrote.
 */
export class Countdowns {
  readonly #timers = new Set<Timer>();
  /** The latest ends of running countdowns, by a clock that is never set, and by their activities. */
  #ends: ReadonlyMap<string, LatestEnd> = new Map();
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
    const ends = new Map<string, LatestEnd>();
    for (const [id, activityState] of this.session.state.activities) {
      const { closesAt } = activityState;
      if (closesAt === null) continue;
      const known = this.#ends.get(id);
      const since = performance.now();
      const end = known?.closesAt === closesAt ? known.at : since + lengthOf(activityState);
      ends.set(id, { closesAt, at: end });
      const left = Math.min(closesAt - this.now(), end - since);
      this.#endIn(left + GRACE_MS, { type: 'countdown:end', activity: id, closesAt });
    }
    this.#ends = ends;
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
