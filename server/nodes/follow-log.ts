import type { LiveSession } from '../live/live-session.ts';
import type { SessionRegistry } from '../live/session-registry.ts';
import type { OnFault } from '../telemetry/guarded.ts';

/** Milliseconds after which a fact is found of which a node was not told. */
const LOOK_EVERY_MS = 1_000;

interface FollowDeps {
  readonly registry: Pick<SessionRegistry, 'inMemory' | 'dropDeleted'>;
  /** The number of the latest fact of each of some sessions; none where a session is not there. */
  readonly latest: (sessions: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  readonly onDeleted: (code: string) => void;
  readonly onFault: OnFault;
}

/**
 * Takes what other nodes have written into the sessions of this one. A hint says at once which session has facts up
 * to which number; a look at the table, once a second, finds those of which no hint came.
 */
export class FollowLog {
  readonly #timer: NodeJS.Timeout;
  #isLooking = false;
  #isStopped = false;

  constructor(readonly deps: FollowDeps) {
    this.#timer = setInterval(() => this.look(), LOOK_EVERY_MS);
    this.#timer.unref();
  }

  /** Takes a hint: facts of a session up to a number, or 0 where it was deleted. */
  told(code: string, last: number): void {
    if (last === 0) this.look();
    else for (const session of this.deps.registry.inMemory(code)) session.followTo(last);
  }

  /** Looks at the table, soon. */
  look(): void {
    if (this.#isLooking || this.#isStopped) return;
    this.#isLooking = true;
    void this.#look()
      .catch(() => undefined)
      .finally(() => (this.#isLooking = false));
  }

  stop(): void {
    this.#isStopped = true;
    clearInterval(this.#timer);
  }

  /** Rejects where the database cannot be asked: the log says so to those who wait for it. */
  async #look(): Promise<void> {
    const sessions = this.deps.registry.inMemory();
    if (sessions.length === 0) return;
    const latest = await this.deps.latest(sessions.map(({ state }) => state.code));
    for (const session of sessions) this.#follow(session, latest.get(session.state.code));
  }

  #follow(session: LiveSession, last: number | undefined): void {
    const { code } = session.state;
    if (last !== undefined) return session.followTo(last);
    try {
      if (this.deps.registry.dropDeleted(session)) this.deps.onDeleted(code);
    } catch (error) {
      this.deps.onFault(error);
    }
  }
}
