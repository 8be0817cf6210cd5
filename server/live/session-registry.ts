import type { Deck } from '../../src/deck/deck.ts';
import { failure, success, type Result } from '../../src/lib/result.ts';
import { begin } from '../../src/session/evolve.ts';
import type { SessionState } from '../../src/session/state.ts';
import { randomCode, randomText } from '../auth/random.ts';
import { LiveSession } from './live-session.ts';
import { readInPassing, readSession } from './read-session.ts';
import { summaryOf } from './session-summary.ts';
import type { Deletion, EventLog, SessionSummary, StorageProblem } from '../storage/event-log.ts';

const MAX_TRIES = 50;

type Found = Result<LiveSession | null, StorageProblem>;

/**
 * The sessions of this server, by code. Each is read from the log when it is asked for, and let go
 * when nobody has used it for a while.
 */
export class SessionRegistry {
  readonly #registry = new Map<string, Promise<Found>>();
  /** Those of them that have been read. */
  readonly #sessions = new Map<string, LiveSession>();
  /** The codes of all sessions that were open since the start of the process: some bytes for each. */
  readonly #opened = new Set<string>();
  readonly #running = new Set<string>();

  /** `onOpen` is called with each session that was read from the log, `onAsked` whenever one is asked for. */
  constructor(
    readonly log: EventLog,
    readonly onOpen: (session: LiveSession) => void,
    readonly onAsked: (session: LiveSession) => void = () => undefined,
  ) {}

  /** The session with this code, or null where there is none. */
  async find(code: string): Promise<Found> {
    const found = await (this.#registry.get(code) ?? this.#open(code));
    if (found.ok && found.value !== null) this.onAsked(found.value);
    return found;
  }

  /** Reads the state of a session, or null where there is none: one that is not in memory does not stay there. */
  async look(code: string): Promise<Result<SessionState | null, StorageProblem>> {
    if (!this.isInMemory(code)) return readInPassing(this.log, code);
    const found = await this.find(code);
    return found.ok ? success(found.value?.state ?? null) : found;
  }

  /**
   * A session with this code is open in this process, or being opened, or was open before: it is no
   * guess, and phones come back to it.
   */
  isOpen(code: string): boolean {
    return this.#opened.has(code) || this.#registry.has(code);
  }

  /** True for a session that is in memory: somebody uses it, or did a short while ago. */
  isInMemory(code: string): boolean {
    return this.#registry.has(code);
  }

  /** The sessions that are in memory, or the one of this code. */
  inMemory(code?: string): readonly LiveSession[] {
    if (code === undefined) return [...this.#sessions.values()];
    const session = this.#sessions.get(code);
    return session === undefined ? [] : [session];
  }

  /** Closes a session that another node has deleted; false where this one has let it go meanwhile. */
  dropDeleted(session: LiveSession): boolean {
    const { code } = session.state;
    if (this.#sessions.get(code) !== session) return false;
    this.#drop(code, session);
    return true;
  }

  /** The number of sessions that were open in this process and have not ended. */
  get running(): number {
    return this.#running.size;
  }

  /** The sessions that were open in this process, one after the other. */
  async *opened(): AsyncGenerator<LiveSession> {
    for (const code of [...this.#opened]) {
      const found = await this.find(code);
      if (found.ok && found.value !== null) yield found.value;
    }
  }

  /** Lets a session go that nobody uses: the next to ask gets it as the log has it. */
  letGo(session: LiveSession): void {
    this.#letGo(session.state.code);
    session.retire();
  }

  /** Starts a session on this deck, with a code that no other session has. */
  async start(deck: Deck, rehearsal: boolean): Promise<Result<SessionSummary, StorageProblem>> {
    const mark = rehearsal ? ({ rehearsal } as const) : {};
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const code = randomCode();
      const secret = randomText(32);
      const begun = await this.log.transact(code, 0, (taken) =>
        taken.length > 0 ? [] : [{ type: 'session:started', code, secret, deck, ...mark }],
      );
      if (!begun.ok) return begun;
      const [first] = begun.value;
      if (first === undefined) continue;
      this.#opened.add(code);
      this.#running.add(code);
      return success(summaryOf(begin(first)));
    }
    return failure({ name: 'unavailable', message: 'No free session code was found. Try again.' });
  }

  /** Deletes everything of a session. */
  async forget(code: string): Promise<Result<Deletion, StorageProblem>> {
    const found = await this.find(code);
    // A session whose log cannot be read is not open, and can be deleted all the same.
    const session = found.ok ? found.value : null;
    session?.hold();
    return this.#forget(code, session);
  }

  /**
   * Deletes a session for which a condition holds, and in which nothing is being recorded. One that cannot
   * be read is not deleted.
   */
  async forgetIf(
    code: string,
    condition: (state: SessionState) => boolean,
  ): Promise<'deleted' | 'kept' | 'failed'> {
    const found = await this.find(code);
    const session = found.ok ? found.value : null;
    if (session === null || session.isBusy || !condition(session.state)) return 'kept';
    session.hold();
    const forgotten = await this.#forget(code, session);
    return forgotten.ok ? 'deleted' : 'failed';
  }

  async #forget(
    code: string,
    session: LiveSession | null,
  ): Promise<Result<Deletion, StorageProblem>> {
    // Commands wait meanwhile: where the log cannot forget it, the session goes on.
    const forgotten = await this.log.forget(code);
    if (forgotten.ok) this.#drop(code, session);
    else session?.release();
    return forgotten;
  }

  #drop(code: string, session: LiveSession | null): void {
    session?.close();
    this.#letGo(code);
    this.#opened.delete(code);
    this.#running.delete(code);
  }

  #letGo(code: string): void {
    this.#registry.delete(code);
    this.#sessions.delete(code);
  }

  #open(code: string): Promise<Found> {
    const loading = this.#load(code);
    this.#registry.set(code, loading);
    // Neither a wrong code nor a passing fault may be remembered.
    void loading.then(
      (loaded) => {
        if (loaded.ok && loaded.value !== null) this.#opened.add(code);
        else this.#registry.delete(code);
      },
      () => this.#registry.delete(code),
    );
    return loading;
  }

  async #load(code: string): Promise<Found> {
    const read = await readSession(this.log, code);
    if (!read.ok) return read;
    const state = read.value;
    if (state === null) return success(null);
    const session = new LiveSession(state, this.log);
    // Its log is right: the next one who asks for it gets it as the log has it.
    session.onBroken(() => this.#letGo(code));
    const note = (): void => {
      if (state.endedAt === null) this.#running.add(code);
      else this.#running.delete(code);
    };
    note();
    session.onFacts(note);
    this.#sessions.set(code, session);
    this.onOpen(session);
    return success(session);
  }
}
