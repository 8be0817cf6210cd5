import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, vi } from 'vitest';
import { BarePolling } from '../../test/integration/bare-polling.ts';
import { RequestLanes } from '../http/request-lanes.ts';
import { createSocketServer } from './socket-server.ts';

it('[A7] What long polling sends waits for its turn like other requests, and its polls for news do not', async () => {
  const http = createServer();
  const requests = new RequestLanes();
  const waits = vi.spyOn(requests, 'wait');
  const { io } = createSocketServer(http, {
    ...{ publicUrl: null, timeouts: { handshake: 10_000 }, requests },
    onFault(error) {
      throw error;
    },
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const polling = await BarePolling.open(
    `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
  );
  expect(waits).not.toHaveBeenCalled();
  await polling.say(['40']);
  expect(waits).toHaveBeenCalledOnce();
  await polling.hear();
  expect(waits).toHaveBeenCalledOnce();
  await io.close();
});
