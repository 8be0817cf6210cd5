import { Manager, type Socket } from 'socket.io-client';
import { deviceStorage } from '../device/storage.ts';
import { backoff } from './backoff.ts';
import { Transports } from './transports.ts';

/** The callbacks of a socket. */
export interface SocketHandlers {
  /** Returns the handshake; called for each connection. */
  handshake(): object;
  connected(): void;
  /** A packet was received, possibly only a ping. */
  alive(): void;
  /** The connection was lost or could not be made; the socket reconnects by itself. */
  lost(): void;
  /** The server closed this connection; only `connect` opens it again. */
  disconnectedByServer(): void;
  /** The server refused the connection with `data`; only `connect` tries again. */
  refused(data: unknown): void;
  received(event: string, body: unknown): void;
}

/** Socket.IO's client with our own backoff and choice of transport. */
export class LiveSocket {
  readonly #transports = new Transports(deviceStorage());
  readonly #socket: Socket;
  /** Aborts the current attempt to connect. */
  #abort = new AbortController();
  #reconnectTimer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  constructor(readonly handlers: SocketHandlers) {
    const manager = new Manager(this.#transports.options);
    manager.on('open', () => {
      this.#stopWaiting();
      this.#transports.opened();
    });
    manager.on('ping', () => handlers.alive());
    manager.on('packet', () => handlers.alive());
    this.#socket = manager.socket('/', { auth: (tell) => tell(handlers.handshake()) });
    this.#listen(this.#socket);
  }

  get connected(): boolean {
    return this.#socket.connected;
  }

  /** Connects, and reconnects when the connection is lost. */
  connect(): void {
    if (!this.#socket.active) this.#open();
  }

  disconnect(): void {
    this.#failures = 0;
    this.#stopConnecting();
    this.#socket.disconnect();
  }

  /** Sends an event and returns its acknowledgement; undefined if none comes in time. */
  ask(event: string, body: unknown, withinMs: number): Promise<unknown> {
    const acknowledged = this.#socket.timeout(withinMs).emitWithAck(event, body);
    return acknowledged.catch(() => undefined);
  }

  #listen(socket: Socket): void {
    socket.onAny((event: string, body: unknown) => this.handlers.received(event, body));
    socket.on('connect', () => {
      this.#failures = 0;
      this.handlers.connected();
    });
    socket.on('disconnect', (reason) => {
      if (reason === 'io server disconnect') this.handlers.disconnectedByServer();
      // Inactive after `disconnect`, which needs no callback.
      else if (socket.active) this.#reconnectLater();
    });
    socket.on('connect_error', (error: Error & { data?: unknown }) => {
      // An inactive socket was refused by the server, not by the network.
      if (socket.active) void this.#tryNextTransport();
      else this.handlers.refused(error.data);
    });
  }

  async #tryNextTransport(): Promise<void> {
    const { signal } = this.#abort;
    const retryNow = await this.#transports.chooseNext(signal);
    if (signal.aborted) return;
    if (retryNow) this.#open();
    else this.#reconnectLater();
  }

  #open(): void {
    this.#stopWaiting();
    this.#socket.connect();
    const { signal } = this.#abort;
    void this.#transports.avoidSilence(signal).then((isSilent) => {
      if (!isSilent || signal.aborted) return;
      this.#socket.disconnect();
      this.#open();
    });
  }

  #reconnectLater(): void {
    this.#stopConnecting();
    this.#reconnectTimer = setTimeout(() => this.#open(), backoff(this.#failures));
    this.#failures += 1;
    this.handlers.lost();
  }

  #stopConnecting(): void {
    clearTimeout(this.#reconnectTimer);
    this.#stopWaiting();
  }

  /** Ends the present attempt's questions to the server. */
  #stopWaiting(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
  }
}
