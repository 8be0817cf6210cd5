import type { Socket } from 'socket.io-client';

type Engine = Socket['io']['engine'];

/** Bytes received over all connections, second by second, while a question was open. */
export class RoomTraffic {
  /** True while it counts: slides without a question are passed faster than in any session. */
  isCounting = false;
  readonly #bytes = new Map<number, number>();

  /** `at` in milliseconds of one steady clock. */
  add(bytes: number, at: number): void {
    if (!this.isCounting) return;
    const second = Math.floor(at / 1000);
    this.#bytes.set(second, (this.#bytes.get(second) ?? 0) + bytes);
  }

  /** In megabits, in the busiest second. */
  get peak(): number {
    return (8 * Math.max(0, ...this.#bytes.values())) / 1e6;
  }
}

/** Bytes received over one attendee's connections: messages and their frames, without TCP. */
export class Traffic {
  bytes = 0;
  frames = 0;

  constructor(readonly total: RoomTraffic) {}

  /** Counts what a new connection brings. */
  follow(engine: Engine): void {
    engine.on('packet', ({ data }) => {
      const text = typeof data === 'string' ? Buffer.byteLength(data) : 0;
      const bytes = withFrame(1 + text);
      this.bytes += bytes;
      this.frames += 1;
      this.total.add(bytes, performance.now());
    });
  }
}

/** With the header that WebSocket puts before what a server sends (RFC 6455, 5.2). */
function withFrame(bytes: number): number {
  if (bytes < 126) return bytes + 2;
  return bytes + (bytes < 65_536 ? 4 : 10);
}
