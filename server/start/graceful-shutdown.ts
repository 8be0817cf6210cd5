import type { Server } from 'node:http';
import type { Socket } from 'node:net';

// A phone that has left its network never answers a close frame; a WebSocket waits half a minute.
const CLOSE_TIMEOUT_MS = 1_000;

/** The TCP connections of an HTTP server, those that became WebSockets as well. */
export class GracefulShutdown {
  readonly #open = new Set<Socket>();

  constructor(readonly http: Server) {
    http.on('connection', (socket: Socket) => {
      this.#open.add(socket);
      socket.on('close', () => this.#open.delete(socket));
    });
  }

  /** Lets `close` end them in their own ways, and resolves when they are ended, soon in any case. */
  async shutdown(close: () => Promise<void>): Promise<void> {
    // A request that is half sent would keep the server waiting.
    this.http.closeAllConnections();
    const late = setTimeout(() => {
      for (const socket of this.#open) socket.destroy();
    }, CLOSE_TIMEOUT_MS);
    await close();
    clearTimeout(late);
  }
}
