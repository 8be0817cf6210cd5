import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveSocket } from './live-socket.ts';

const PHONES = 300;
const WITHIN_MS = 5_000;
const MOMENT_MS = 250;
// A server takes most of a second to start. By then the phones' attempts are spread out.
const MOST_IN_A_MOMENT = 0.4;

/** A server that is up or down, and a WebSocket that it accepts while it is up. */
const server = vi.hoisted(() => {
  const lines = new Set<Fake>();
  const state = { isUp: true, lines };

  class Fake {
    onopen?: () => void;
    onmessage?: (message: { data: string }) => void;
    onerror?: (error: Event) => void;
    onclose?: (close: Event) => void;

    constructor() {
      setTimeout(() => (state.isUp ? this.#arrive() : this.#fail()));
    }

    send(packet: string): void {
      if (packet.startsWith('40')) setTimeout(() => this.#says('40{"sid":"t"}'));
    }

    close(): void {
      lines.delete(this);
    }

    breaks(): void {
      lines.delete(this);
      this.onclose?.(new Event('close'));
    }

    #arrive(): void {
      lines.add(this);
      this.onopen?.();
      this.#says('0{"sid":"s","upgrades":[],"pingInterval":15000,"pingTimeout":12000}');
    }

    #fail(): void {
      this.onerror?.(new Event('error'));
      this.breaks();
    }

    #says(data: string): void {
      this.onmessage?.({ data });
    }
  }
  // The library reads the global once, when it is loaded.
  vi.stubGlobal('WebSocket', Fake);
  return Object.assign(state, { WebSocket: Fake });
});

beforeEach(() => {
  server.isUp = true;
  server.lines.clear();
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', server.WebSocket);
  vi.stubGlobal('location', new URL('http://hall.test'));
  vi.stubGlobal('fetch', async () => {
    if (server.isUp) return { ok: true };
    throw new TypeError('Nobody listens');
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Connects the sockets of the hall; `joined` is called for each connection. */
async function hall(joined: () => void): Promise<void> {
  const nothing = (): void => {};
  for (let phone = 0; phone < PHONES; phone += 1) {
    new LiveSocket({
      handshake: () => ({ v: 2, code: '482915' }),
      connected: joined,
      alive: nothing,
      lost: nothing,
      disconnectedByServer: nothing,
      refused: nothing,
      received: nothing,
    }).connect();
  }
  await vi.advanceTimersByTimeAsync(10);
}

/**
 * Kills the server for `downMs`, and returns the times of the joins within five seconds of the restart,
 * in milliseconds after it. Timers are fake, so the speed of the machine does not count.
 */
async function joinsAfterKill(downMs: number): Promise<number[]> {
  const joins: number[] = [];
  let upSince = Infinity;
  await hall(() => joins.push(Date.now() - upSince));
  joins.length = 0;
  server.isUp = false;
  for (const line of [...server.lines]) line.breaks();
  await vi.advanceTimersByTimeAsync(downMs);
  server.isUp = true;
  upSince = Date.now();
  await vi.advanceTimersByTimeAsync(WITHIN_MS);
  return joins;
}

/** The largest share of the joins within any quarter of a second. */
function fullestMoment(joins: readonly number[]): number {
  const together = (from: number): number =>
    joins.filter((at) => at >= from && at < from + MOMENT_MS).length;
  return Math.max(...joins.map(together)) / joins.length;
}

describe('a hall whose server was killed', () => {
  it.each([700, 1_000, 3_000, 10_000])(
    '[R3] reconnects within 5 s of a restart after %i ms, and not all at once',
    async (downMs) => {
      const joins = await joinsAfterKill(downMs);
      expect(joins).toHaveLength(PHONES);
      expect(fullestMoment(joins)).toBeLessThan(MOST_IN_A_MOMENT);
    },
  );
});
