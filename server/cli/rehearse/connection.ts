import { io, type Socket } from 'socket.io-client';
import type { ClientEvents } from '../../../src/protocol/messages.ts';
import type { Handshake } from '../../../src/protocol/schemas.ts';
import { protocolVersion } from '../../../src/protocol/version.ts';
import { readWireError } from '../../../src/protocol/wire-error.ts';

// After this our pages say that there is no connection, and send once more.
const ACK_TIMEOUT_MS = 6_000;

export interface ConnectionOptions {
  /** The server's origin. */
  readonly url: string;
  /** The claims of the handshake, as of the moment of connecting. */
  readonly identify: () => Omit<Handshake, 'v'>;
  readonly pollsOnly?: boolean;
}

/** A socket that connects, and comes back by itself, as those of our pages do. */
export class Connection {
  readonly socket: Socket;
  #isWanted = false;

  constructor({ url, identify, pollsOnly = false }: ConnectionOptions) {
    this.socket = io(url, {
      auth: (send) => send({ v: protocolVersion, ...identify() }),
      transports: pollsOnly ? ['polling'] : ['websocket', 'polling'],
      tryAllTransports: true,
      autoConnect: false,
      forceNew: true,
      reconnectionDelay: 500,
      reconnectionDelayMax: 4_000,
      randomizationFactor: 0.6,
    });
    this.socket.on('session:deleted', () => this.close());
    this.socket.on('disconnect', (reason) => {
      if (reason === 'io server disconnect') this.#connectSoon(1);
    });
    this.socket.on('connect_error', (error) => {
      const { retryAfter } = readWireError(error.data) ?? {};
      if (retryAfter !== undefined) this.#connectSoon(retryAfter);
    });
  }

  /** True while it is connected or connecting. */
  get isWanted(): boolean {
    return this.#isWanted;
  }

  connect(): void {
    this.#isWanted = true;
    this.socket.connect();
  }

  /** Connects no more, until it is told to. */
  close(): void {
    this.#isWanted = false;
    this.socket.disconnect();
  }

  /** Sends and waits for the acknowledgement; null where none came in time. */
  async ask<Reply>(event: keyof ClientEvents, message: unknown): Promise<Reply | null> {
    // Socket.IO would keep it, and send it behind the back of whoever tries again.
    if (!this.socket.connected) return null;
    try {
      // Sound: what comes back is what the protocol says of this event.
      return (await this.socket.timeout(ACK_TIMEOUT_MS).emitWithAck(event, message)) as Reply;
    } catch {
      return null;
    }
  }

  #connectSoon(seconds: number): void {
    const wait = seconds * 1000 * (1 + Math.random());
    setTimeout(() => this.#isWanted && this.socket.connect(), wait).unref();
  }
}
