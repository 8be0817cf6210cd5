import { signal, type ReadonlySignal } from '@preact/signals';
import type { ClientEvents } from '../../protocol/messages.ts';
import type { Handshake } from '../../protocol/schemas.ts';
import { protocolVersion } from '../../protocol/version.ts';
import { newId } from '../device/new-id.ts';
import { canReachServer } from './probe.ts';
import { LiveSocket } from './live-socket.ts';
import { backoff, backoffAtLeast } from './backoff.ts';
import { readWireError, type WireError } from '../../protocol/wire-error.ts';

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
  /** How often the server was heard. */
  #signs = 0;
  #doubting = false;

  constructor(who: () => Omit<Handshake, 'v' | 'page'>) {
    const page = newId();
    this.#socket = new LiveSocket({
      introduce: () => ({ v: protocolVersion, page, ...who() }),
      connected: () => this.#heard(),
      alive: () => this.#heard(),
      heard: (event, body) => this.#handlers.get(event)?.(body),
      lost: () => (this.#link.value = { is: 'offline' }),
      sentAway: () => {
        this.#link.value = { is: 'offline' };
        // So does a server that stops: come back.
        this.#connectIn(backoff(0));
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
    const signs = this.#signs;
    const reply = await this.#socket.ask(event, message, ACK_TIMEOUT);
    if (reply !== undefined) return reply as Reply;
    // A server that says other things meanwhile is slow, and is not gone.
    if (this.#socket.connected && this.#signs === signs) void this.#doubt();
    return null;
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
      await new Promise((done) => setTimeout(done, backoff(0)));
      if (this.#signs === signs && this.#socket.connected) this.#connectAnew(0);
    }
    this.#doubting = false;
  }

  #heard(): void {
    this.#signs += 1;
    if (this.#socket.connected && this.#link.value.is !== 'online') {
      this.#link.value = { is: 'online' };
    }
  }

  #refused(data: unknown): void {
    const error = readWireError(data);
    this.#link.value = error === null ? { is: 'offline' } : { is: 'refused', error };
    if (error?.retryAfter !== undefined) this.#connectIn(backoffAtLeast(error.retryAfter));
  }

  /** The device knows of its network long before a silent socket is noticed. */
  #followNetwork(): void {
    // Without Wi-Fi a server on the same machine is still there: so it tries then, too. A hall
    // hears of its network at one moment: so each waits a little.
    addEventListener('offline', () => this.#connectAnew(backoff(0)));
    addEventListener('online', () => this.#connectAnew(backoff(0)));
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
      this.#connectAnew(0);
    };
    setInterval(look, SLEPT_MS / 4);
    document.addEventListener('visibilitychange', look);
  }

  /** Gives the present connection up, and comes back in so many milliseconds. */
  #connectAnew(wait: number): void {
    if (this.#link.value.is === 'refused') return;
    this.#link.value = { is: 'offline' };
    this.#socket.disconnect();
    this.#connectIn(wait);
  }

  #connectIn(milliseconds: number): void {
    setTimeout(() => this.#socket.connect(), milliseconds);
  }
}
