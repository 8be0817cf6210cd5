import { failure, type Result, success } from '../../../src/lib/result.ts';
import type { Ack, ControlEvents } from '../../../src/protocol/messages.ts';
import type {
  ConsoleActivityView,
  ConsoleDeck,
  ConsoleSnapshot,
} from '../../../src/session/views.ts';
import { readWireError, type WireError } from '../../../src/protocol/wire-error.ts';
import { Connection } from './connection.ts';
import { waitAtPace, until } from './pacing.ts';

// A server that was started anew is back within seconds; after this a room would be restless.
const TIMEOUT_MS = 20_000;
const seconds = waitAtPace(1_000);

/** The presenter's console in a rehearsal. */
export class Presenter {
  readonly #connection: Connection;
  #deck: ConsoleDeck | null = null;
  #refusal: WireError | null = null;
  readonly #activities = new Map<string, ConsoleActivityView>();
  #hasState = false;
  #isForgotten = false;

  constructor(url: string, code: string, key: string) {
    this.#connection = new Connection({ url, identify: () => ({ code, role: 'console', key }) });
    const { socket } = this.#connection;
    socket.on('session:deck', (deck: ConsoleDeck) => {
      this.#deck = deck;
    });
    socket.on('session:state', ({ activities }: ConsoleSnapshot) => {
      this.#hasState = true;
      for (const view of activities) this.#activities.set(view.id, view);
    });
    socket.on('activity:changed', (view: ConsoleActivityView) => {
      this.#activities.set(view.id, view);
    });
    socket.on('session:deleted', () => {
      this.#isForgotten = true;
    });
    socket.on('connect_error', (error) => {
      this.#refusal = readWireError(error.data);
    });
    this.#connection.connect();
  }

  /** The deck, as soon as the console is in; else why it is not, in words. */
  async deck(): Promise<Result<ConsoleDeck, string>> {
    await until(() => this.#hasState || this.#refusal !== null, TIMEOUT_MS);
    if (this.#deck !== null && this.#hasState) return success(this.#deck);
    return failure(this.#refusal?.message ?? 'The console could not connect.');
  }

  /** A question as it stands now. */
  viewOf(id: string): ConsoleActivityView | null {
    return this.#activities.get(id) ?? null;
  }

  /** Does something, and again where that can help; resolves with why it failed, in words, or null. */
  async send(event: keyof ControlEvents, message: unknown): Promise<string | null> {
    const end = performance.now() + TIMEOUT_MS;
    let failed = 'The console lost its connection, and did not get it back.';
    while (performance.now() < end && this.#connection.isWanted) {
      // One attempt after another.
      const ack = await this.#connection.ask<Ack>(event, message);
      if (ack?.ok === true) return null;
      if (ack?.ok === false) failed = ack.error.message;
      const wait = ack === null ? 0.5 : ack.error.retryAfter;
      if (wait === undefined) return failed;
      await seconds(wait);
    }
    return this.#isForgotten ? 'The session was deleted while it was played.' : failed;
  }

  leave(): void {
    this.#connection.close();
  }
}
