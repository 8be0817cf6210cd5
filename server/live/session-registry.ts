import type { Deck } from '../../src/deck/deck.ts';
import { failure, success, type Result } from '../../src/lib/result.ts';
import { replay } from '../../src/session/evolve.ts';
import type { StoredFact } from '../../src/session/facts.ts';
import type { SessionState } from '../../src/session/state.ts';
import { randomCode, randomText } from '../auth/random.ts';
import { LiveSession } from './live-session.ts';
import type { EventLog, StorageProblem } from '../storage/event-log.ts';

const MOST_TRIES = 50;

/** What a list of sessions says of one. Times in milliseconds since 1970-01-01 UTC. */
export interface SessionSummary {
  readonly code: string;
  readonly deck: string;
  readonly title: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
}

/** The sessions of this server, by code. A room is built from the log when it is first asked for. */
export class SessionRegistry {
  readonly #rooms = new Map<string, Promise<Result<LiveSession | null, StorageProblem>>>();

  /** `onOpen` is told of each room once, when it is built. */
  constructor(
    readonly log: EventLog,
    readonly onOpen: (room: LiveSession) => void,
  ) {}

  /** The room with this code, or null where there is none. */
  find(code: string): Promise<Result<LiveSession | null, StorageProblem>> {
    const known = this.#rooms.get(code);
    if (known !== undefined) return known;
    const loading = this.#load(code);
    this.#rooms.set(code, loading);
    // Neither a wrong code nor a passing fault may be remembered.
    void loading.then(
      (loaded) => {
        if (!loaded.ok || loaded.value === null) this.#rooms.delete(code);
      },
      () => this.#rooms.delete(code),
    );
    return loading;
  }

  /** Whether a room with this code is open in this process, or being opened. */
  isOpen(code: string): boolean {
    return this.#rooms.has(code);
  }

  /** The rooms that are open in this process. */
  async open(): Promise<LiveSession[]> {
    const loaded = await Promise.all(this.#rooms.values());
    return loaded.flatMap((room) => (room.ok && room.value !== null ? [room.value] : []));
  }

  /** Starts a session on this deck, with a code that no other session has. */
  async start(deck: Deck): Promise<Result<LiveSession, StorageProblem>> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const code = randomCode();
      const secret = randomText(32);
      const begun = await this.log.transact(code, 0, (taken) =>
        taken.length > 0 ? [] : [{ type: 'session:started', code, secret, deck }],
      );
      if (!begun.ok) return begun;
      if (begun.value.length === 0) continue;
      const room = await this.find(code);
      if (!room.ok) return room;
      if (room.value !== null) return success(room.value);
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

  /** Deletes everything of a session; resolves with whether there was one. */
  async forget(code: string): Promise<Result<boolean, StorageProblem>> {
    const found = await this.find(code);
    // A session whose log cannot be read has no room, and can be deleted all the same.
    const room = found.ok ? found.value : null;
    room?.hold();
    // What is sent meanwhile waits: it may still be a session afterwards.
    const forgotten = await this.log.forget(code);
    if (forgotten.ok) {
      room?.close();
      this.#rooms.delete(code);
    } else {
      room?.release();
    }
    return forgotten;
  }

  async #load(code: string): Promise<Result<LiveSession | null, StorageProblem>> {
    const facts = await this.log.read(code);
    if (!facts.ok) return facts;
    const state = readable(facts.value);
    if (state === 'unreadable') return failure(unreadable);
    if (state === null) return success(null);
    const room = new LiveSession(state, this.log);
    this.onOpen(room);
    return success(room);
  }
}

const unreadable: StorageProblem = {
  name: 'damaged',
  message:
    'The log of this session cannot be read: it is damaged, or another version of Plenary wrote it. `npm run log -- verify` says what is wrong.',
};

/** What the facts come to; one is missing, or a log of another version holds some that this one does not know. */
function readable(facts: readonly StoredFact[]): SessionState | null | 'unreadable' {
  if (facts.some(({ seq }, place) => seq !== place + 1)) return 'unreadable';
  try {
    return replay(facts);
  } catch {
    return 'unreadable';
  }
}
