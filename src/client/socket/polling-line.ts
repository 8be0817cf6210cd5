import type { Line, LineEnd } from './line.ts';

/** Parts the packets of one body. */
const SEPARATOR = '\u001E';
const MOST_BYTES_PER_CHARACTER = 3;

/** Engine.IO over long polling: a request waits for what the server says, others bring it packets. */
export function pollingLine(end: LineEnd): Line {
  return new PollingLine(end);
}

class PollingLine implements Line {
  readonly #stop = new AbortController();
  readonly #waiting: string[] = [];
  #session = '';
  #largestBody = Infinity;
  #sending = false;

  constructor(readonly end: LineEnd) {
    void this.#untilItFails(() => this.#listen());
  }

  send(packet: string): void {
    this.#waiting.push(packet);
    if (!this.#sending) void this.#untilItFails(() => this.#sendWaiting());
  }

  close(): void {
    this.#stop.abort();
    if (this.#session === '') return;
    // A proxy may keep from the server that nobody waits for its answer any more.
    const farewell = [...this.#waiting, '1'].join(SEPARATOR);
    fetch(this.#address(), { method: 'POST', body: farewell, keepalive: true }).catch(() => {});
  }

  async #untilItFails(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch {
      if (this.#stop.signal.aborted) return;
      this.#stop.abort();
      this.end.closed();
    }
  }

  async #listen(): Promise<void> {
    for (;;) {
      const body = await this.#request({});
      for (const packet of body.split(SEPARATOR)) {
        if (this.#session === '') this.#noteSession(packet);
        if (!this.#stop.signal.aborted) this.end.packet(packet);
      }
    }
  }

  #noteSession(greeting: string): void {
    const { sid, maxPayload } = JSON.parse(greeting.slice(1)) as {
      sid: string;
      maxPayload: number;
    };
    this.#session = `&sid=${sid}`;
    this.#largestBody = maxPayload;
  }

  /** One body after the other: the server takes two at a time for a fault. */
  async #sendWaiting(): Promise<void> {
    this.#sending = true;
    while (this.#waiting.length > 0) {
      const body = this.#waiting.splice(0, this.#fitting()).join(SEPARATOR);
      await this.#request({ method: 'POST', body });
    }
    this.#sending = false;
  }

  /** How many of those that wait go into one body. */
  #fitting(): number {
    let bytes = 0;
    const tooMany = this.#waiting.findIndex((packet) => {
      bytes += (packet.length + 1) * MOST_BYTES_PER_CHARACTER;
      return bytes > this.#largestBody;
    });
    return tooMany === -1 ? this.#waiting.length : Math.max(1, tooMany);
  }

  async #request(what: RequestInit): Promise<string> {
    const { signal } = this.#stop;
    const response = await fetch(this.#address(), { ...what, signal, cache: 'no-store' });
    if (!response.ok) throw new Error(`Polling was answered with ${response.status}`);
    return response.text();
  }

  #address(): string {
    return `/socket.io/?EIO=4&transport=polling${this.#session}`;
  }
}
