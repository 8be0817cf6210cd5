import { WebSocket, type ManagerOptions } from 'socket.io-client';
import { canReachServer, OPEN_WITHIN_MS } from './probe.ts';

const BY_WEB_SOCKET = [WebSocket];

/**
 * Which way leads to the server: a WebSocket; or long polling, where a proxy refuses that. Once
 * polling has led there, WebSocket is not tried again.
 */
export class Transports {
  /** For Socket.IO's manager, which reads the transports anew whenever it opens. */
  readonly options: Partial<ManagerOptions> = {
    autoConnect: false,
    // Its waits have a longest one: after some failures a whole hall would wait exactly that.
    reconnection: false,
    timeout: OPEN_WITHIN_MS,
    transports: BY_WEB_SOCKET,
  };
  #refusals = 0;
  #pollingLeadsThere = false;

  /** The way just tried leads to the server. */
  opened(): void {
    this.#refusals = 0;
    this.#pollingLeadsThere = this.options.transports !== BY_WEB_SOCKET;
  }

  /** After a try that failed: whether there is another to make at once. It is in the options then. */
  async another(gone: AbortSignal): Promise<boolean> {
    if (await this.#refusesWebSocket(gone)) {
      this.#refusals += 1;
      // The server may be back since.
      return this.#refusals === 1 || this.#startPolling();
    }
    this.#refusals = 0;
    if (!this.#pollingLeadsThere) this.options.transports = BY_WEB_SOCKET;
    return false;
  }

  /**
   * Where nothing gets through, nothing is said against WebSocket. Nor may polling be loaded then:
   * browsers remember of a module that it failed to load, as long as the page is open.
   */
  async #refusesWebSocket(gone: AbortSignal): Promise<boolean> {
    return this.options.transports === BY_WEB_SOCKET && canReachServer(gone);
  }

  async #startPolling(): Promise<boolean> {
    try {
      const { Polling } = await import('./polling.ts');
      this.options.transports = [Polling];
      return true;
    } catch {
      return false;
    }
  }
}
