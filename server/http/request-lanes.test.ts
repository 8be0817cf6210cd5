import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RequestLanes } from './request-lanes.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function connectionFrom(remoteAddress: string): Socket {
  return Object.defineProperty(new Socket(), 'remoteAddress', { value: remoteAddress });
}

/** The number of requests of one connection that begin within a second. */
async function begunOf(socket: Socket, headers: Record<string, string> = {}): Promise<number> {
  const lanes = new RequestLanes();
  let begun = 0;
  for (let n = 0; n < 1_000; n += 1) {
    lanes.wait(Object.assign(new IncomingMessage(socket), { headers }), () => (begun += 1));
  }
  await vi.advanceTimersByTimeAsync(1_000);
  return begun;
}

describe('[A7] the requests of one connection', () => {
  it('wait for each other beyond those that a page needs', async () => {
    const begun = await begunOf(connectionFrom('192.0.2.1'));
    expect(begun).toBeGreaterThan(60);
    expect(begun).toBeLessThan(250);
  });

  it('do not, where it is the connection of a proxy', async () => {
    const begun = await begunOf(connectionFrom('127.0.0.1'), { 'x-forwarded-for': '192.0.2.1' });
    expect(begun).toBe(1_000);
  });

  it('do not make those of other connections wait', async () => {
    const lanes = new RequestLanes();
    const hasty = connectionFrom('192.0.2.1');
    for (let n = 0; n < 1_000; n += 1) {
      lanes.wait(Object.assign(new IncomingMessage(hasty), { headers: {} }), () => undefined);
    }
    const begun = vi.fn<() => void>();
    lanes.wait(
      Object.assign(new IncomingMessage(connectionFrom('192.0.2.1')), { headers: {} }),
      begun,
    );
    await vi.advanceTimersByTimeAsync(100);
    expect(begun).toHaveBeenCalledOnce();
  });
});
