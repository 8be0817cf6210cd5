import { Agent, get } from 'node:http';
import { expect, it } from 'vitest';
import { BarePolling } from '../integration/bare-polling.ts';
import { Client } from '../integration/client.ts';
import { joining } from '../integration/raw-websocket.ts';
import { RunningServer } from '../integration/running-server.ts';

const MOST = 1_500;
// More would keep the slow one waiting until the server takes it for gone.
const SENT = 1_900;
// More than six would end those before them.
const OVER_ONE_TCP_CONNECTION = 4;

/** Opens connections by long polling that join no session, as fast as the server accepts them. */
async function openAll(url: string, many: number): Promise<void> {
  const opened = Array.from({ length: many / OVER_ONE_TCP_CONNECTION }, async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const some = Array.from({ length: OVER_ONE_TCP_CONNECTION }, () => openOne(url, agent));
    await Promise.all(some);
    agent.destroy();
  });
  await Promise.all(opened);
}

function openOne(url: string, agent: Agent): Promise<void> {
  return new Promise((done, failed) => {
    get(`${url}/socket.io/?EIO=4&transport=polling`, { agent }, (response) => {
      response.resume().once('end', done);
    }).once('error', failed);
  });
}

it('[A7] Connections that never join a session do not pile up, and keep nobody out', async () => {
  const server = await RunningServer.start(Date.now, {
    ...{ headers: 10_000, request: 20_000, checkInterval: 2_000 },
    // None of them is sent off for being slow here: only for being too many.
    handshake: 600_000,
  });
  const code = await server.session();
  await (await Client.console(server.url, code)).show(1);
  const phone = await Client.attendee(server.url, code);
  // It comes back with its id when all the others have been opened.
  const slow = await BarePolling.open(server.url, { 'X-Forwarded-For': '198.51.100.7' });
  await openAll(server.url, SENT);
  await slow.say([joining(code)]);
  await slow.hearUntil('answers:mine');
  expect(server.app.io.engine.clientsCount).toBeLessThanOrEqual(MOST + 2);
  expect(server.app.io.engine.clientsCount).toBeGreaterThan(MOST - 100);
  const yes = { choices: [0], other: null };
  expect(await phone.answer('tea', yes)).toMatchObject({ ok: true });
  const late = await Client.attendee(server.url, code);
  expect(await late.answer('tea', yes)).toMatchObject({ ok: true });
  expect(server.faults).toEqual([]);
  await server.stop();
});
