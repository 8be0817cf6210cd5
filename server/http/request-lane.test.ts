import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RequestLane } from './request-lane.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function requestWith(headers: Record<string, string>): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  return Object.assign(request, { headers });
}

function requestFrom(address: string): IncomingMessage {
  const request = requestWith({});
  Object.defineProperty(request.socket, 'remoteAddress', { value: address });
  return request;
}

/** The number of requests that begin within a second. */
async function begunInASecond(headers: Record<string, string>, costOfBody?: number) {
  const lane = new RequestLane({ atOnce: 10, perSecond: 1_000 });
  let begun = 0;
  for (let n = 0; n < 3_000; n += 1) {
    lane.wait(requestWith(headers), () => (begun += 1), costOfBody);
  }
  await vi.advanceTimersByTimeAsync(1_000);
  return begun;
}

describe('[A7] the requests that begin in a second', () => {
  it('are the fewer, the longer their bodies', async () => {
    const without = await begunInASecond({});
    const short = await begunInASecond({ 'content-length': '20' });
    const long = await begunInASecond({ 'content-length': '30000' });
    expect(without).toBeGreaterThan(900);
    expect(short).toBeGreaterThan(0.9 * without);
    expect(long).toBeLessThan(without / 20);
  });

  it('are as few where a body does not say its length, or says a huge one', async () => {
    const long = await begunInASecond({ 'content-length': '32000' });
    expect(await begunInASecond({ 'transfer-encoding': 'chunked' })).toBe(long);
    expect(await begunInASecond({ 'content-length': '99999999999' })).toBe(long);
  });

  it('are fewer where reading a body costs more', async () => {
    const short = await begunInASecond({ 'content-length': '20' });
    expect(await begunInASecond({ 'content-length': '20' }, 8)).toBeLessThan(short / 8);
  });

  it('are shared by the addresses from which they come', async () => {
    const lane = new RequestLane({ atOnce: 10, perSecond: 100 });
    const begun: string[] = [];
    for (let n = 0; n < 5_000; n += 1) lane.wait(requestFrom('192.0.2.1'), () => undefined);
    lane.wait(requestFrom('198.51.100.7'), () => begun.push('phone'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(begun).toEqual(['phone']);
  });

  it('are all of those who still wait, however many have gone away', async () => {
    const lane = new RequestLane({ atOnce: 10, perSecond: 100 });
    const begun: string[] = [];
    for (let n = 0; n < 5_000; n += 1) {
      const gone = requestWith({ 'transfer-encoding': 'chunked' });
      lane.wait(gone, () => begun.push('gone'));
      gone.socket.destroy();
    }
    lane.wait(requestWith({}), () => begun.push('phone'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(begun).toEqual(['phone']);
  });
});
