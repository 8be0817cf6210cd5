import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { createHttpServer, defaultTimeouts } from './http-timeouts.ts';

it('[A7] A connection has no more read from TCP while two kilobytes of it wait', async () => {
  const http = createHttpServer(defaultTimeouts);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const accepted = once(http, 'connection') as Promise<[Socket]>;
  const client = connect((http.address() as AddressInfo).port, '127.0.0.1');
  const [socket] = await accepted;
  expect(socket.readableHighWaterMark).toBe(2_000);
  client.destroy();
  http.close();
});
