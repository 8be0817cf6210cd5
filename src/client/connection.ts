import { signal, type ReadonlySignal } from '@preact/signals';
import { io, type Socket } from 'socket.io-client';
import { isRecord } from '../lib/json.ts';
import {
  protocolVersion,
  type ClientEvents,
  type Handshake,
  type WireError,
} from '../protocol/protocol.ts';

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
  readonly #socket: Socket;

  constructor(who: () => Omit<Handshake, 'v'>) {
    this.#socket = io({
      auth: (send) => send({ v: protocolVersion, ...who() }),
      // WebSocket first; long polling where a proxy forgot to pass it on.
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      reconnectionDelay: 500,
      reconnectionDelayMax: 4_000,
      randomizationFactor: 0.6,
    });
    this.#followSocket();
    this.#followNetwork();
    this.#followSleep();
  }

  get link(): ReadonlySignal<Link> {
    return this.#link;
  }

  on<Event extends keyof Events & string>(event: Event, handler: Events[Event]): void {
    this.#socket.on<string>(event, handler as () => void);
  }

  /** Sends and waits for the acknowledgement; `null` where none came in time. */
  async ask<Reply>(event: keyof ClientEvents, message: unknown): Promise<Reply | null> {
    // Socket.IO would keep it and send it after a reconnect, behind the back of the outbox.
    if (!this.#socket.connected) return null;
    try {
      // What comes back is what the protocol says of this event; the server is built with it.
      const reply = (await this.#socket.timeout(ACK_TIMEOUT).emitWithAck(event, message)) as Reply;
      this.#heard();
      return reply;
    } catch {
      // Connected, but nobody answers: to the person at the screen that is no connection.
      if (this.#link.value.is === 'online') this.#link.value = { is: 'offline' };
      return null;
    }
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

  #followSocket(): void {
    const socket = this.#socket;
    socket.on('connect', () => this.#heard());
    socket.onAny(() => this.#heard());
    socket.on('disconnect', (reason) => {
      this.#link.value = { is: 'offline' };
      // The server closed it, as it does when it stops: come back.
      if (reason === 'io server disconnect') connectSoon(socket, 1);
    });
    socket.on('connect_error', (problem: Error & { data?: unknown }) => {
      const error = readError(problem.data);
      this.#link.value = error === null ? { is: 'offline' } : { is: 'refused', error };
      if (error?.retryAfter !== undefined) connectSoon(socket, error.retryAfter);
    });
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
    this.#socket.disconnect().connect();
  }
}

/** After some seconds and a random part of as many: a whole hall must not come back at once. */
function connectSoon(socket: Socket, seconds: number): void {
  setTimeout(() => socket.connect(), seconds * 1000 * (1 + Math.random()));
}

function readError(data: unknown): WireError | null {
  if (!isRecord(data)) return null;
  const { name, message, retryAfter } = data;
  if (typeof name !== 'string' || typeof message !== 'string') return null;
  return { name, message, ...(typeof retryAfter === 'number' ? { retryAfter } : {}) };
}
