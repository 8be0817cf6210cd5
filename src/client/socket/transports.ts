import { WebSocket, XHR, type ManagerOptions } from 'socket.io-client';
import { canReachServer, OPEN_WITHIN_MS } from './probe.ts';

/**
 * Chooses the transport: WebSocket, or long polling where a proxy refuses WebSocket. Once polling
 * has reached the server, WebSocket is not tried again.
 */
export class Transports {
  /** Options of Socket.IO's manager, which reads the transport anew whenever it opens. */
  readonly options: Partial<ManagerOptions> = {
    autoConnect: false,
    // Its waits have a longest one: after some failures a whole hall would wait exactly that.
    reconnection: false,
    timeout: OPEN_WITHIN_MS,
    transports: [WebSocket],
  };
  #refusals = 0;
  #isPollingProven = false;

  get #usesPolling(): boolean {
    return this.options.transports?.[0] === XHR;
  }

  /** The transport just tried has reached the server. */
  opened(): void {
    this.#refusals = 0;
    this.#isPollingProven = this.#usesPolling;
  }

  /** After a failed try: true where another is worth making at once, with the options as they are. */
  async another(gone: AbortSignal): Promise<boolean> {
    // Where nothing gets through, nothing is said against WebSocket.
    if (!this.#usesPolling && (await canReachServer(gone))) {
      this.#refusals += 1;
      // After the first refusal WebSocket is tried once more: the server may be back since.
      if (this.#refusals > 1) this.options.transports = [XHR];
      return true;
    }
    this.#refusals = 0;
    if (!this.#isPollingProven) this.options.transports = [WebSocket];
    return false;
  }
}
