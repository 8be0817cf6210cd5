import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, vi } from 'vitest';
import { BarePolling } from '../../test/integration/bare-polling.ts';
import { frame, RawLine } from '../../test/integration/raw-websocket.ts';
import { RequestLanes } from '../http/request-lanes.ts';
import { createSocketServer } from './socket-server.ts';

/** A server that listens, with its address, and the calls that have requests wait. */
async function listening() {
  const http = createServer();
  const requests = new RequestLanes();
  const waits = vi.spyOn(requests, 'wait');
  const { io } = createSocketServer(http, {
    ...{ publicUrl: null, timeouts: { handshake: 600_000 }, requests },
    onFault(error) {
      throw error;
    },
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  return { io, waits, url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` };
}

it('[A7] What long polling sends waits for its turn like other requests, and its polls for news do not', async () => {
  const { io, waits, url } = await listening();
  const polling = await BarePolling.open(url);
  expect(waits).not.toHaveBeenCalled();
  await polling.say(['40']);
  expect(waits).toHaveBeenCalledOnce();
  await polling.hear();
  expect(waits).toHaveBeenCalledOnce();
  await io.close();
});

// Of 64 kB and more, the pieces are too many as well. A connection that nobody ends is silent for 27 seconds.
it(
  '[A7] A message of more than 32,000 bytes ends its connection before it is read',
  { timeout: 20_000 },
  async () => {
    const { io, url } = await listening();
    let packets = 0;
    io.engine.on('connection', (wire: { on(event: 'packet', read: () => void): void }) =>
      wire.on('packet', () => (packets += 1)),
    );
    const text = `40{"x":"${'x'.repeat(40_000)}"}`;
    const line = await RawLine.webSocket(url);
    line.say(frame(text));
    await line.closed();
    const polling = await BarePolling.open(url);
    expect([413, 0]).toContain(await polling.post(text));
    expect(packets).toBe(0);
    await io.close();
  },
);
