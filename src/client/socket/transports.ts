import { WebSocket, XHR, type ManagerOptions } from 'socket.io-client';
import type { DeviceStorage } from '../device/storage.ts';
import { canReachServer, CONNECT_TIMEOUT_MS } from './probe.ts';

/** The time in which most connections open; the others are worth a question to the server. */
const PROMPT_MS = 1_000;
/** The shortest silence after the server has answered a request that passes for a blocked WebSocket. */
const SILENCE_MS = 1_200;
const STORAGE_KEY = 'plenary:polling-since';
/** Another network may let WebSocket pass. */
const REMEMBERED_MS = 60 * 60_000;

/**
 * Chooses the transport: WebSocket, or long polling where there is none or the network blocks it. Once
 * polling has reached the server, WebSocket is not tried again by this page, nor by the next one within
 * an hour.
 */
export class Transports {
  /** Options of Socket.IO's manager, which reads the transports each time it opens. */
  readonly options: Partial<ManagerOptions>;
  readonly #first: typeof WebSocket | typeof XHR;
  #refusals = 0;
  #isPollingProven = false;
  #isWebSocketProven = false;

  constructor(readonly storage: DeviceStorage) {
    this.#first = 'WebSocket' in globalThis ? WebSocket : XHR;
    this.options = {
      autoConnect: false,
      // Its backoff limits the delay after the jitter, so that a whole hall would reconnect at once.
      reconnection: false,
      timeout: CONNECT_TIMEOUT_MS,
      transports: [this.#isPollingRemembered() ? XHR : this.#first],
    };
  }

  get #usesPolling(): boolean {
    return this.options.transports?.[0] === XHR;
  }

  /** Records that the current transport has reached the server. */
  opened(): void {
    this.#refusals = 0;
    this.#isPollingProven = this.#usesPolling;
    this.#isWebSocketProven ||= !this.#usesPolling;
    if (this.#usesPolling) this.storage.write(STORAGE_KEY, String(Date.now()));
    else this.storage.remove(STORAGE_KEY);
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
    if (!this.#isPollingProven) this.options.transports = [this.#first];
    return false;
  }

  /**
   * Chooses long polling if WebSocket has never worked on this page and stays silent, while the server
   * answers a request that was sent later. A slow network delays both alike. Resolves to true if so.
   */
  async avoidSilence(abort: AbortSignal): Promise<boolean> {
    if (this.#usesPolling || this.#isWebSocketProven) return false;
    await sleep(PROMPT_MS);
    if (abort.aborted) return false;
    const asked = performance.now();
    if (!(await canReachServer(abort))) return false;
    await sleep(Math.max(SILENCE_MS, performance.now() - asked));
    if (abort.aborted) return false;
    this.options.transports = [XHR];
    return true;
  }

  #isPollingRemembered(): boolean {
    const since = Number(this.storage.read(STORAGE_KEY));
    return Date.now() - since < REMEMBERED_MS;
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
