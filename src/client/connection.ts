import { signal, type ReadonlySignal } from '@preact/signals';
import { isRecord } from '../lib/json.ts';
import {
  protocolVersion,
  type ClientEvents,
  type Handshake,
  type WireError,
} from '../protocol/protocol.ts';
import { LiveSocket } from './socket/live-socket.ts';

/** How the page stands with the server. */
export type Link =
  | { readonly is: 'connecting' }
  | { readonly is: 'online' }
  | { readonly is: 'offline' }
  | { readonly is: 'refused'; readonly error: WireError };

const ACK_TIMEOUT = 6_000;
const SLEPT_MS = 8_000;

/** The page's only socket. It connects, and keeps connecting, as whoever `who` says at that moment. */
export class Connection<Events extends object> {
  readonly #link = signal<Link>({ is: 'connecting' });
  readonly #handlers = new Map<string, (body: unknown) => void>();
  readonly #socket: LiveSocket;

  constructor(who: () => Omit<Handshake, 'v'>) {
    this.#socket = new LiveSocket({
      introduce: () => ({ v: protocolVersion, ...who() }),
      connected: () => this.#heard(),
      heard: (event, body) => {
        this.#heard();
        this.#handlers.get(event)?.(body);
      },
      lost: () => (this.#link.value = { is: 'offline' }),
      sentAway: () => {
        this.#link.value = { is: 'offline' };
        // So does a server that stops: come back.
        this.#connectSoon(1);
      },
      refused: (data) => this.#refused(data),
    });
    this.#socket.connect();
    this.#followNetwork();
    this.#followSleep();
  }

  get link(): ReadonlySignal<Link> {
    return this.#link;
  }

  /** Each event has one handler. */
  on<Event extends keyof Events & string>(event: Event, handler: Events[Event]): void {
    // What comes with an event is what the protocol says of it; the server is built with it.
    this.#handlers.set(event, handler as (body: unknown) => void);
  }

  /** Sends and waits for the acknowledgement; `null` where none came in time. */
  async ask<Reply>(event: keyof ClientEvents, message: unknown): Promise<Reply | null> {
    if (!this.#socket.connected) return null;
    const reply = await this.#socket.ask(event, message, ACK_TIMEOUT);
    if (reply === undefined) {
      // Connected, but nobody answers: to the person at the screen that is no connection.
      if (this.#link.value.is === 'online') this.#link.value = { is: 'offline' };
      return null;
    }
    this.#heard();
    return reply as Reply;
  }

  /** Tries again after a refusal. */
  retry(): void {
    this.#socket.connect();
  }

  #heard(): void {
    if (this.#socket.connected && this.#link.value.is !== 'online') {
      this.#link.value = { is: 'online' };
    }
  }

  #refused(data: unknown): void {
    const error = readError(data);
    this.#link.value = error === null ? { is: 'offline' } : { is: 'refused', error };
    if (error?.retryAfter !== undefined) this.#connectSoon(error.retryAfter);
  }

  /** The device knows of its network long before a silent socket is noticed. */
  #followNetwork(): void {
    // Without Wi-Fi a server on the same machine is still there: so it tries again at once.
    addEventListener('offline', () => this.#connectAnew());
    addEventListener('online', () => this.#connectAnew());
  }

  /** A device that slept has missed what was sent: what it shows is old until it connects anew. */
  #followSleep(): void {
    let awakeAt = Date.now();
    setInterval(() => {
      const now = Date.now();
      const slept = now - awakeAt > SLEPT_MS;
      awakeAt = now;
      if (slept && document.visibilityState === 'visible') this.#connectAnew();
    }, SLEPT_MS / 4);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible' && Date.now() - awakeAt > SLEPT_MS) {
        awakeAt = Date.now();
        this.#connectAnew();
      }
    });
  }

  #connectAnew(): void {
    if (this.#link.value.is === 'refused') return;
    this.#link.value = { is: 'offline' };
    this.#socket.disconnect();
    this.#socket.connect();
  }

  /** After some seconds and a random part of as many: a whole hall must not come back at once. */
  #connectSoon(seconds: number): void {
    setTimeout(() => this.#socket.connect(), seconds * 1000 * (1 + Math.random()));
  }
}

function readError(data: unknown): WireError | null {
  if (!isRecord(data)) return null;
  const { name, message, retryAfter } = data;
  if (typeof name !== 'string' || typeof message !== 'string') return null;
  return { name, message, ...(typeof retryAfter === 'number' ? { retryAfter } : {}) };
}
