import { queryObjects } from 'node:v8';
import { expect, it } from 'vitest';
import { Connection } from '../../server/transport/connection.ts';
import { Client } from '../integration/client.ts';
import { KEY, RunningServer } from '../integration/running-server.ts';

/** The number of connections that are in reach once garbage was collected; each knows its address. */
function kept(): number {
  return queryObjects(Connection, { format: 'count' });
}

it('[A15] Of a connection that has ended the server keeps nothing, its address neither', async () => {
  const server = await RunningServer.start();
  const code = await server.session();
  const page = 'a-page-of-somebody-in-the-room';
  const clients = await Promise.all([
    Client.connect(server.url, code, 'console', { key: KEY, page }),
    Client.stage(server.url, code, { page }),
    Client.attendee(server.url, code, { page }),
    Client.attendee(server.url, code, { page }),
  ]);
  expect(kept()).toBe(clients.length);
  for (const client of clients) client.close();
  await expect.poll(kept, { interval: 1_000 }).toBe(0);
  expect(server.faults).toEqual([]);
  await server.stop();
});
