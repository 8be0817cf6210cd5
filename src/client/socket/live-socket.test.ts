import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveSocket } from './live-socket.ts';

const GREETING = '0{"sid":"s","upgrades":[],"pingInterval":15000,"pingTimeout":12000}';
const HALF_A_MINUTE = 30_000;

/** A WebSocket whose server is played by the test. */
const FakeWebSocket = vi.hoisted(() => {
  class Fake {
    static opened: Fake[] = [];
    readonly sent: string[] = [];
    closed = false;
    onopen?: () => void;
    onmessage?: (message: { data: string }) => void;
    onerror?: (error: Event) => void;
    onclose?: (close: Event) => void;
    #silent = true;

    constructor() {
      Fake.opened.push(this);
    }

    send(packet: string): void {
      this.sent.push(packet);
    }

    close(): void {
      this.closed = true;
    }

    async says(...packets: string[]): Promise<void> {
      if (this.#silent) this.onopen?.();
      this.#silent = false;
      for (const data of packets) this.onmessage?.({ data });
      await vi.advanceTimersByTimeAsync(0);
    }

    async breaks(): Promise<void> {
      if (this.#silent) this.onerror?.(new Event('error'));
      this.onclose?.(new Event('close'));
      await vi.advanceTimersByTimeAsync(0);
    }
  }
  // The library reads the global once, when it is loaded.
  vi.stubGlobal('WebSocket', Fake);
  return Fake;
});

beforeEach(() => {
  FakeWebSocket.opened = [];
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeWebSocket);
  vi.stubGlobal('location', new URL('http://hall.test'));
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Nothing gets through')));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Breaks the connection, and returns the milliseconds until the next attempt. */
async function waitedAfterBreak(): Promise<number> {
  await latest().breaks();
  const since = Date.now();
  const before = FakeWebSocket.opened.length;
  while (FakeWebSocket.opened.length === before) await vi.advanceTimersToNextTimerAsync();
  return Date.now() - since;
}

/** A socket that has just begun to connect, and a record of its callbacks. */
function connecting() {
  const told: unknown[] = [];
  const socket = new LiveSocket({
    handshake: () => ({ v: 2, code: '482915' }),
    connected: () => told.push('connected'),
    alive: () => {},
    lost: () => told.push('lost'),
    disconnectedByServer: () => told.push('disconnected by server'),
    refused: (data) => told.push({ refused: data }),
    received: (event, body) => told.push({ event, body }),
  });
  socket.connect();
  return { socket, told, line: latest() };
}

async function connected() {
  const begun = connecting();
  await begun.line.says(GREETING, '40{"sid":"t"}');
  return begun;
}

function latest() {
  const line = FakeWebSocket.opened.at(-1);
  if (line === undefined) throw new Error('No WebSocket was opened');
  return line;
}

describe('a socket', () => {
  it('sends its handshake after the greeting, and is connected after the welcome', async () => {
    const { socket, told, line } = connecting();
    await line.says(GREETING);
    expect(line.sent).toEqual(['40{"v":2,"code":"482915"}']);
    expect(socket.connected).toBe(false);
    await line.says('40{"sid":"t"}');
    expect(socket.connected).toBe(true);
    expect(told).toEqual(['connected']);
  });

  it('passes on events and answers pings', async () => {
    const { told, line } = await connected();
    await line.says('42["server:clock",{"now":"2\\n"}]', '2');
    expect(told.slice(1)).toEqual([{ event: 'server:clock', body: { now: '2\n' } }]);
    expect(line.sent.at(-1)).toBe('3');
  });

  it('matches acknowledgements to messages in any order', async () => {
    const { socket, line } = await connected();
    const replies = [socket.ask('one', {}, 6_000), socket.ask('two', [1], 6_000)];
    await vi.advanceTimersByTimeAsync(0);
    expect(line.sent.slice(1)).toEqual(['420["one",{}]', '421["two",[1]]']);
    await line.says('431[{"ok":2}]', '430[{"ok":1}]');
    expect(await Promise.all(replies)).toEqual([{ ok: 1 }, { ok: 2 }]);
  });

  it('[V9] has no acknowledgement for a message if it is late or lost with the connection', async () => {
    const { socket, line } = await connected();
    const late = socket.ask('late', {}, 6_000);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(await late).toBeUndefined();
    const lost = socket.ask('lost', {}, 6_000);
    await line.breaks();
    expect(await lost).toBeUndefined();
    await line.says('430[{"ok":true}]', '431[{"ok":true}]');
    expect(await Promise.all([late, lost])).toEqual([undefined, undefined]);
  });

  it('passes on the reason of a refusal, and does not reconnect by itself', async () => {
    const { told, line } = connecting();
    await line.says(GREETING, '44{"message":"No","data":{"name":"unknown-code"}}');
    await vi.advanceTimersByTimeAsync(HALF_A_MINUTE);
    expect(told).toEqual([{ refused: { name: 'unknown-code' } }]);
    expect(FakeWebSocket.opened).toHaveLength(1);
    expect(line.closed).toBe(true);
  });

  it('reconnects only on request after the server closed it', async () => {
    const { socket, told, line } = await connected();
    await line.says('41');
    await vi.advanceTimersByTimeAsync(HALF_A_MINUTE);
    expect(told).toEqual(['connected', 'disconnected by server']);
    socket.connect();
    await latest().says(GREETING, '40{"sid":"u"}');
    expect(told).toEqual(['connected', 'disconnected by server', 'connected']);
  });

  it('sends a goodbye when it is disconnected, and receives nothing more', async () => {
    const { socket, told, line } = await connected();
    socket.disconnect();
    expect(line.sent.at(-1)).toBe('41');
    await line.says('42["late",{}]');
    expect(line.closed).toBe(true);
    await vi.advanceTimersByTimeAsync(HALF_A_MINUTE);
    expect(told).toEqual(['connected']);
    expect(FakeWebSocket.opened).toHaveLength(1);
  });
});

describe('a socket that lost its server', () => {
  it('[R3] reconnects by itself after a random delay of at most 4 s', async () => {
    const sockets = [];
    for (let n = 0; n < 40; n += 1) sockets.push(await connected());
    for (const { line } of sockets) await line.breaks();
    const waits = new Set<number>();
    for (let waited = 0; waited <= 4_000; waited += 10) {
      const before = FakeWebSocket.opened.length;
      await vi.advanceTimersByTimeAsync(10);
      if (FakeWebSocket.opened.length > before) waits.add(waited);
    }
    expect(FakeWebSocket.opened.length).toBeGreaterThanOrEqual(80);
    expect(waits.size).toBeGreaterThan(20);
  });

  it('[R3] waits longer after each failure, and starts over after a success', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    await connected();
    for (const wait of [500, 1_000, 2_000, 2_500, 2_500])
      expect(await waitedAfterBreak()).toBe(wait);
    await latest().says(GREETING, '40{"sid":"u"}');
    expect(await waitedAfterBreak()).toBe(500);
  });

  it('[R4] replaces a connection that is silent for half a minute', async () => {
    const { told, line } = await connected();
    await vi.advanceTimersByTimeAsync(20_000);
    await line.says('2');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(told).toEqual(['connected']);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(told).toEqual(['connected', 'lost']);
    expect(line.closed).toBe(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(FakeWebSocket.opened).toHaveLength(2);
  });

  it('[R5] stays with WebSocket while nothing else reaches the server either', async () => {
    connecting();
    await vi.advanceTimersByTimeAsync(9_000);
    expect(FakeWebSocket.opened).toHaveLength(1);
    expect(latest().closed).toBe(false);
  });

  it('[R5] gives a silent WebSocket up after seconds, once the server answers a request', async () => {
    vi.stubGlobal('fetch', async () => ({ ok: true }));
    const { line } = connecting();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(line.closed).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(line.closed).toBe(true);
  });

  it('[R5] is as patient as the network is slow', async () => {
    const slowly = () => new Promise((answer) => setTimeout(() => answer({ ok: true }), 3_000));
    vi.stubGlobal('fetch', slowly);
    const { told, line } = connecting();
    await vi.advanceTimersByTimeAsync(6_000);
    await line.says(GREETING, '40{"sid":"t"}');
    await vi.advanceTimersByTimeAsync(HALF_A_MINUTE / 3);
    expect(told).toEqual(['connected']);
    expect(line.closed).toBe(false);
  });

  it('[R4] gives up a connection without a greeting', async () => {
    const { told, line } = connecting();
    await vi.advanceTimersByTimeAsync(HALF_A_MINUTE);
    expect(told).toContain('lost');
    expect(line.closed).toBe(true);
  });
});
