import type { Deck } from '../../src/deck/deck.ts';
import { failure, success, type Result } from '../../src/lib/result.ts';
import { replay } from '../../src/session/evolve.ts';
import type { StoredFact } from '../../src/session/facts.ts';
import type { SessionState } from '../../src/session/state.ts';
import { randomCode, randomText } from '../auth/random.ts';
import { LiveSession } from './live-session.ts';
import type { Deletion, EventLog, StorageProblem } from '../storage/event-log.ts';

const MAX_TRIES = 50;

/** One session in a list. Times in milliseconds since 1970-01-01 UTC. */
export interface SessionSummary {
  readonly code: string;
  readonly deck: string;
  readonly title: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
}

/** The sessions of this server, by code. Each is read from the log when it is first asked for. */
export class SessionRegistry {
  readonly #registry = new Map<string, Promise<Result<LiveSession | null, StorageProblem>>>();

  /** `onOpen` is called with each session that was read from the log. */
  constructor(
    readonly log: EventLog,
    readonly onOpen: (session: LiveSession) => void,
  ) {}

  /** The session with this code, or null where there is none. */
  find(code: string): Promise<Result<LiveSession | null, StorageProblem>> {
    const known = this.#registry.get(code);
    if (known !== undefined) return known;
    const loading = this.#load(code);
    this.#registry.set(code, loading);
    // Neither a wrong code nor a passing fault may be remembered.
    void loading.then(
      (loaded) => {
        if (!loaded.ok || loaded.value === null) this.#registry.delete(code);
      },
      () => this.#registry.delete(code),
    );
    return loading;
  }

  /** A session with this code is open in this process, or being opened. */
  isOpen(code: string): boolean {
    return this.#registry.has(code);
  }

  /** The sessions that are open in this process. */
  async open(): Promise<LiveSession[]> {
    const loaded = await Promise.all(this.#registry.values());
    return loaded.flatMap((session) =>
      session.ok && session.value !== null ? [session.value] : [],
    );
  }

  /** Starts a session on this deck, with a code that no other session has. */
  async start(deck: Deck): Promise<Result<LiveSession, StorageProblem>> {
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const code = randomCode();
      const secret = randomText(32);
      const begun = await this.log.transact(code, 0, (taken) =>
        taken.length > 0 ? [] : [{ type: 'session:started', code, secret, deck }],
      );
      if (!begun.ok) return begun;
      if (begun.value.length === 0) continue;
      const session = await this.find(code);
      if (!session.ok) return session;
      if (session.value !== null) return success(session.value);
    }
    return failure({ name: 'unavailable', message: 'No free session code was found. Try again.' });
  }

  /** Every session there is, latest first. */
  async list(): Promise<Result<readonly SessionSummary[], StorageProblem>> {
    const sessions = await this.log.sessions();
    if (!sessions.ok) return sessions;
    return success(
      sessions.value.flatMap(({ session, first, last }) => {
        if (first.fact.type !== 'session:started') return [];
        const { name, title } = first.fact.deck;
        const endedAt = last.fact.type === 'session:ended' ? last.at : null;
        return [{ code: session, deck: name, title, startedAt: first.at, endedAt }];
      }),
    );
  }

  /** Deletes everything of a session. */
  async forget(code: string): Promise<Result<Deletion, StorageProblem>> {
    const found = await this.find(code);
    // A session whose log cannot be read is not open, and can be deleted all the same.
    const session = found.ok ? found.value : null;
    session?.hold();
    // Commands wait meanwhile: where the log cannot forget it, the session goes on.
    const forgotten = await this.log.forget(code);
    if (forgotten.ok) {
      session?.close();
      this.#registry.delete(code);
    } else {
      session?.release();
    }
    return forgotten;
  }

  async #load(code: string): Promise<Result<LiveSession | null, StorageProblem>> {
    const facts = await this.log.read(code);
    if (!facts.ok) return facts;
    const state = readable(facts.value);
    if (state === 'unreadable') return failure(unreadable);
    if (state === null) return success(null);
    const session = new LiveSession(state, this.log);
    // Its log is right: the next one who asks for it gets it as the log has it.
    session.onBroken(() => this.#registry.delete(code));
    this.onOpen(session);
    return success(session);
  }
}

const unreadable: StorageProblem = {
  name: 'damaged',
  message:
    'The log of this session cannot be read: it is damaged, or another version of Plenary wrote it. `npm run log -- verify` says what is wrong.',
};

/** The state after these facts; `unreadable` where one is missing, or this version does not know it. */
function readable(facts: readonly StoredFact[]): SessionState | null | 'unreadable' {
  if (facts.some(({ seq }, index) => seq !== index + 1)) return 'unreadable';
  try {
    return replay(facts);
  } catch {
    return 'unreadable';
  }
}
