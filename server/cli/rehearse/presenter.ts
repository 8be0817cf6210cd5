import { failure, success, type Result } from '../../../src/lib/result.ts';
import type { Ack, ControlEvents } from '../../../src/protocol/messages.ts';
import type {
  ConsoleActivityView,
  ConsoleDeck,
  ConsoleSnapshot,
} from '../../../src/session/views.ts';
import { readWireError } from '../../../src/protocol/wire-error.ts';
import { Link } from './connection.ts';
import { paceOf, until } from './until.ts';
import type { WireError } from '../../../src/protocol/wire-error.ts';

// A server that was started anew is back within seconds; after this a room would be restless.
const PATIENCE_MS = 20_000;
const seconds = paceOf(1_000);

/** The presenter's console in a rehearsal. */
export class Presenter {
  readonly #link: Link;
  #deck: ConsoleDeck | null = null;
  #refusal: WireError | null = null;
  readonly #activities = new Map<string, ConsoleActivityView>();
  #hasState = false;
  #isForgotten = false;

  constructor(url: string, code: string, key: string) {
    this.#link = new Link({ url, who: () => ({ code, role: 'console', key }) });
    const { socket } = this.#link;
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
    this.#link.connect();
  }

  /** The deck, as soon as the console is in; else why it is not, in words. */
  async deck(): Promise<Result<ConsoleDeck, string>> {
    await until(() => this.#hasState || this.#refusal !== null, PATIENCE_MS);
    if (this.#deck !== null && this.#hasState) return success(this.#deck);
    return failure(this.#refusal?.message ?? 'The console could not connect.');
  }

  /** A question as it stands now. */
  viewOf(id: string): ConsoleActivityView | null {
    return this.#activities.get(id) ?? null;
  }

  /** Does something, and again where that can help; resolves with why it failed, in words, or null. */
  async does(event: keyof ControlEvents, message: unknown): Promise<string | null> {
    const end = performance.now() + PATIENCE_MS;
    let failed = 'The console lost its connection, and did not get it back.';
    while (performance.now() < end && this.#link.isWanted) {
      // One attempt after another.
      const ack = await this.#link.ask<Ack>(event, message);
      if (ack?.ok === true) return null;
      if (ack?.ok === false) failed = ack.error.message;
      const wait = ack === null ? 0.5 : ack.error.retryAfter;
      if (wait === undefined) return failed;
      await seconds(wait);
    }
    return this.#isForgotten ? 'The session was deleted while it was played.' : failed;
  }

  leave(): void {
    this.#link.close();
  }
}
