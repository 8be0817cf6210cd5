import { signal, type ReadonlySignal } from '@preact/signals';
import { io, type Socket } from 'socket.io-client';
import { isRecord } from '../lib/json.ts';
import { ComingBack } from './coming-back.ts';
import { newId } from './new-id.ts';
import { canReachServer } from './reach.ts';
import { waitAfter } from './waits.ts';
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
// In a hall with a slow network several journeys there and back come before the first word.
const CONNECT_TIMEOUT = 10_000;
const SLEPT_MS = 8_000;

/** The page's only socket. It connects, and keeps connecting, as whoever `who` says at that moment. */
export class Connection<Events extends object> {
  readonly #link = signal<Link>({ is: 'connecting' });
  readonly #socket: Socket;
  readonly #comingBack = new ComingBack(() => this.#socket.connect());
  /** How often the server was heard. */
  #signs = 0;
  #doubting = false;

  constructor(who: () => Omit<Handshake, 'v' | 'page'>) {
    const page = newId();
    this.#socket = io({
      auth: (send) => send({ v: protocolVersion, page, ...who() }),
      // WebSocket first; long polling where a proxy forgot to pass it on.
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      timeout: CONNECT_TIMEOUT,
      // `ComingBack` knows when.
      reconnection: false,
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
    const signs = this.#signs;
    try {
      // What comes back is what the protocol says of this event; the server is built with it.
      const reply = (await this.#socket.timeout(ACK_TIMEOUT).emitWithAck(event, message)) as Reply;
      this.#heard();
      return reply;
    } catch {
      // A server that says other things meanwhile is slow, and is not gone.
      if (this.#socket.connected && this.#signs === signs) void this.#doubt();
      return null;
    }
  }

  /** Tries again after a refusal. */
  retry(): void {
    this.#socket.connect();
  }

  /**
   * Connected, but nobody answers. To the person at the screen that is no connection; and a phone
   * that has changed its network is told nothing of it. Whether it is this socket that is dead, or
   * the server that is busy, another connection tells: a whole hall that came anew to a busy server
   * would keep it so.
   */
  async #doubt(): Promise<void> {
    if (this.#link.value.is === 'online') this.#link.value = { is: 'offline' };
    if (this.#doubting) return;
    this.#doubting = true;
    const signs = this.#signs;
    if (await canReachServer()) {
      await new Promise((done) => setTimeout(done, waitAfter(0)));
      if (this.#signs === signs && this.#socket.connected) this.#connectAnew('now');
    }
    this.#doubting = false;
  }

  #heard(): void {
    this.#signs += 1;
    if (this.#socket.connected && this.#link.value.is !== 'online') {
      this.#link.value = { is: 'online' };
    }
  }

  #followSocket(): void {
    const socket = this.#socket;
    socket.on('connect', () => {
      this.#comingBack.forget();
      this.#heard();
    });
    // Also an acknowledgement that comes too late to be waited for.
    socket.io.on('packet', () => this.#heard());
    socket.io.on('ping', () => this.#heard());
    socket.on('disconnect', (reason) => {
      this.#link.value = { is: 'offline' };
      // Not if this page closed it, to connect anew.
      if (reason !== 'io client disconnect') this.#comingBack.soon();
    });
    socket.on('connect_error', (problem: Error & { data?: unknown }) => {
      const error = readError(problem.data);
      this.#link.value = error === null ? { is: 'offline' } : { is: 'refused', error };
      // A proxy that never answers a WebSocket is found out by the time it takes: the other way next.
      if (problem.message === 'timeout') this.#socket.io.opts.transports?.reverse();
      if (error === null) this.#comingBack.soon();
      else if (error.retryAfter !== undefined) this.#comingBack.after(error.retryAfter);
    });
  }

  /** The device knows of its network long before a silent socket is noticed. */
  #followNetwork(): void {
    // Without Wi-Fi a server on the same machine is still there: so it tries then, too. A hall
    // hears of its network at one moment: so each waits a little.
    addEventListener('offline', () => this.#connectAnew('soon'));
    addEventListener('online', () => this.#connectAnew('soon'));
  }

  /** A device that slept has missed what was sent: what it shows is old until it connects anew. */
  #followSleep(): void {
    let awakeAt = Date.now();
    let overslept = false;
    const look = (): void => {
      const now = Date.now();
      // It may wake in a pocket first, and be looked at later.
      overslept ||= now - awakeAt > SLEPT_MS;
      awakeAt = now;
      if (!overslept || document.visibilityState !== 'visible') return;
      overslept = false;
      this.#connectAnew('now');
    };
    setInterval(look, SLEPT_MS / 4);
    document.addEventListener('visibilitychange', look);
  }

  #connectAnew(when: 'now' | 'soon'): void {
    if (this.#link.value.is === 'refused') return;
    this.#link.value = { is: 'offline' };
    this.#comingBack.forget();
    this.#socket.disconnect();
    if (when === 'now') this.#socket.connect();
    else this.#comingBack.soon();
  }
}

function readError(data: unknown): WireError | null {
  if (!isRecord(data)) return null;
  const { name, message, retryAfter } = data;
  if (typeof name !== 'string' || typeof message !== 'string') return null;
  return { name, message, ...(typeof retryAfter === 'number' ? { retryAfter } : {}) };
}
