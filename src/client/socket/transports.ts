import { WebSocket, XHR, type ManagerOptions } from 'socket.io-client';
import { canReachServer, CONNECT_TIMEOUT_MS } from './probe.ts';

/**
 * Chooses the transport: WebSocket, or long polling where a proxy refuses WebSocket. Once polling
 * has reached the server, WebSocket is not tried again.
 */
export class Transports {
  /** Options of Socket.IO's manager, which reads the transports each time it opens. */
  readonly options: Partial<ManagerOptions> = {
    autoConnect: false,
    // Its backoff limits the delay after the jitter, so that a whole hall would reconnect at once.
    reconnection: false,
    timeout: CONNECT_TIMEOUT_MS,
    transports: [WebSocket],
  };
  #refusals = 0;
  #isPollingProven = false;

  get #usesPolling(): boolean {
    return this.options.transports?.[0] === XHR;
  }

  /** Records that the current transport has reached the server. */
  opened(): void {
    this.#refusals = 0;
    this.#isPollingProven = this.#usesPolling;
  }

  /** Chooses the transport after a failed attempt. Returns true if it should be tried at once. */
  async chooseNext(abort: AbortSignal): Promise<boolean> {
    // If the server is not reachable at all, WebSocket is not to blame.
    if (!this.#usesPolling && (await canReachServer(abort))) {
      this.#refusals += 1;
      // WebSocket is tried once more after its first failure, because the server may just have started.
      if (this.#refusals > 1) this.options.transports = [XHR];
      return true;
    }
    this.#refusals = 0;
    if (!this.#isPollingProven) this.options.transports = [WebSocket];
    return false;
  }
}
