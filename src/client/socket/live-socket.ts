import { Manager, type Socket } from 'socket.io-client';
import { backoff } from './backoff.ts';
import { Transports } from './transports.ts';

/** Who uses a socket, and is told of it. */
export interface SocketUser {
  /** Who connects; asked anew each time. */
  introduce(): object;
  connected(): void;
  /** Something was heard of the server, if only a ping. */
  alive(): void;
  /** The server was lost, or not reached; the socket tries again by itself. */
  lost(): void;
  /** The server let this connection go: `connect` comes back. */
  sentAway(): void;
  /** The server does not let in; `data` says why. `connect` tries again. */
  refused(data: unknown): void;
  heard(event: string, body: unknown): void;
}

/** Socket.IO's client, which comes back after waits of our own, and by whatever way leads there. */
export class LiveSocket {
  readonly #ways = new Transports();
  readonly #socket: Socket;
  /** Ends what is under way to connect. */
  #gone = new AbortController();
  #comingBack: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  constructor(readonly user: SocketUser) {
    const manager = new Manager(this.#ways.options);
    manager.on('open', () => this.#ways.opened());
    manager.on('ping', () => user.alive());
    manager.on('packet', () => user.alive());
    this.#socket = manager.socket('/', { auth: (tell) => tell(user.introduce()) });
    this.#follow(this.#socket);
  }

  get connected(): boolean {
    return this.#socket.connected;
  }

  /** Connects, and keeps connecting. */
  connect(): void {
    if (!this.#socket.active) this.#socket.connect();
  }

  disconnect(): void {
    this.#failures = 0;
    this.#stopConnecting();
    this.#socket.disconnect();
  }

  /** Sends an event and resolves with its acknowledgement; with undefined where none comes in time. */
  ask(event: string, body: unknown, withinMs: number): Promise<unknown> {
    const acknowledged = this.#socket.timeout(withinMs).emitWithAck(event, body);
    return acknowledged.catch(() => undefined);
  }

  #follow(socket: Socket): void {
    socket.onAny((event: string, body: unknown) => this.user.heard(event, body));
    socket.on('connect', () => {
      this.#failures = 0;
      this.user.connected();
    });
    socket.on('disconnect', (reason) => {
      if (reason === 'io server disconnect') this.user.sentAway();
      // What this page did itself it knows.
      else if (socket.active) this.#lose();
    });
    socket.on('connect_error', (error: Error & { data?: unknown }) => {
      // No more to do with it: the server has said no, not the network.
      if (socket.active) void this.#tryAnotherWay();
      else this.user.refused(error.data);
    });
  }

  async #tryAnotherWay(): Promise<void> {
    const { signal } = this.#gone;
    const another = await this.#ways.another(signal);
    if (signal.aborted) return;
    if (another) this.#socket.connect();
    else this.#lose();
  }

  #lose(): void {
    this.#stopConnecting();
    this.#comingBack = setTimeout(() => this.#socket.connect(), backoff(this.#failures));
    this.#failures += 1;
    this.user.lost();
  }

  #stopConnecting(): void {
    clearTimeout(this.#comingBack);
    this.#gone.abort();
    this.#gone = new AbortController();
  }
}
