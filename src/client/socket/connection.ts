import { signal, type ReadonlySignal } from '@preact/signals';
import type { ClientEvents } from '../../protocol/messages.ts';
import type { Handshake } from '../../protocol/schemas.ts';
import { protocolVersion } from '../../protocol/version.ts';
import { newId } from '../device/new-id.ts';
import { canReachServer } from './probe.ts';
import { LiveSocket } from './live-socket.ts';
import { backoff, backoffAtLeast } from './backoff.ts';
import { readWireError, type WireError } from '../../protocol/wire-error.ts';

/** The state of the page's connection to the server. */
export type ConnectionStatus =
  | { readonly is: 'connecting' }
  | { readonly is: 'online' }
  | { readonly is: 'offline' }
  | { readonly is: 'refused'; readonly error: WireError };

const ACK_TIMEOUT_MS = 6_000;
const SLEEP_THRESHOLD_MS = 8_000;

/** The page's only connection. It reconnects by itself, each time with the handshake of `identify`. */
export class Connection<Events extends object> {
  readonly #status = signal<ConnectionStatus>({ is: 'connecting' });
  readonly #handlers = new Map<string, (body: unknown) => void>();
  readonly #socket: LiveSocket;
  /** The number of packets received. */
  #packets = 0;
  #checking = false;

  constructor(identify: () => Omit<Handshake, 'v' | 'page'>) {
    const page = newId();
    this.#socket = new LiveSocket({
      handshake: () => ({ v: protocolVersion, page, ...identify() }),
      connected: () => this.#packetReceived(),
      alive: () => this.#packetReceived(),
      received: (event, body) => this.#handlers.get(event)?.(body),
      lost: () => (this.#status.value = { is: 'offline' }),
      disconnectedByServer: () => {
        this.#status.value = { is: 'offline' };
        // A server that restarts does the same.
        this.#connectAfter(backoff(0));
      },
      refused: (data) => this.#refused(data),
    });
    this.#socket.connect();
    this.#watchNetwork();
    this.#watchSleep();
  }

  get status(): ReadonlySignal<ConnectionStatus> {
    return this.#status;
  }

  /** Sets the only handler of an event. */
  on<Event extends keyof Events & string>(event: Event, handler: Events[Event]): void {
    // Client and server are built from the same protocol, so the body has the type of its event.
    this.#handlers.set(event, handler as (body: unknown) => void);
  }

  /** Sends a message and returns its acknowledgement; `null` if none came in time. */
  async ask<Reply>(event: keyof ClientEvents, message: unknown): Promise<Reply | null> {
    if (!this.#socket.connected) return null;
    const packets = this.#packets;
    const reply = await this.#socket.ask(event, message, ACK_TIMEOUT_MS);
    if (reply !== undefined) return reply as Reply;
    // A server that sent other packets meanwhile is slow, but reachable.
    if (this.#socket.connected && this.#packets === packets) void this.#checkConnection();
    return null;
  }

  /** Connects again after a refusal. */
  retry(): void {
    this.#socket.connect();
  }

  /**
   * Checks an open connection on which nothing arrives, as after a change of network. Shows it as offline
   * meanwhile. A plain request tells a dead socket from a busy server; if the server answers but this
   * socket stays silent, it reconnects. A whole hall that reconnects would overload a busy server.
   */
  async #checkConnection(): Promise<void> {
    if (this.#status.value.is === 'online') this.#status.value = { is: 'offline' };
    if (this.#checking) return;
    this.#checking = true;
    const packets = this.#packets;
    if (await canReachServer()) {
      await new Promise((done) => setTimeout(done, backoff(0)));
      if (this.#packets === packets && this.#socket.connected) this.#reconnectAfter(0);
    }
    this.#checking = false;
  }

  #packetReceived(): void {
    this.#packets += 1;
    if (this.#socket.connected && this.#status.value.is !== 'online') {
      this.#status.value = { is: 'online' };
    }
  }

  #refused(data: unknown): void {
    const error = readWireError(data);
    this.#status.value = error === null ? { is: 'offline' } : { is: 'refused', error };
    if (error?.retryAfter !== undefined) this.#connectAfter(backoffAtLeast(error.retryAfter));
  }

  /** Reconnects when the network changes, long before a ping would time out. */
  #watchNetwork(): void {
    // Also on `offline`, because a server on the same machine is still reachable. With a delay,
    // because a whole hall gets these events at the same moment.
    addEventListener('offline', () => this.#reconnectAfter(backoff(0)));
    addEventListener('online', () => this.#reconnectAfter(backoff(0)));
  }

  /** Reconnects after the device slept, because it has missed messages. */
  #watchSleep(): void {
    let awakeAt = Date.now();
    let overslept = false;
    const check = (): void => {
      const now = Date.now();
      // It may wake while hidden, and become visible later.
      overslept ||= now - awakeAt > SLEEP_THRESHOLD_MS;
      awakeAt = now;
      if (!overslept || document.visibilityState !== 'visible') return;
      overslept = false;
      this.#reconnectAfter(0);
    };
    setInterval(check, SLEEP_THRESHOLD_MS / 4);
    document.addEventListener('visibilitychange', check);
  }

  /** Closes the connection, and connects again after `wait` milliseconds. */
  #reconnectAfter(wait: number): void {
    if (this.#status.value.is === 'refused') return;
    this.#status.value = { is: 'offline' };
    this.#socket.disconnect();
    this.#connectAfter(wait);
  }

  #connectAfter(milliseconds: number): void {
    setTimeout(() => this.#socket.connect(), milliseconds);
  }
}
