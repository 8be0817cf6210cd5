import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from './client.ts';
import { KEY, RunningServer } from './running-server.ts';
import type { WireError } from '../../src/protocol/wire-error.ts';

const MOST = 100;
const MORE = 30;

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());

/** The stages that are in, and the refusals of the others. */
async function openStages(code: string, count: number) {
  const stages: Client[] = [];
  const refusals: WireError[] = [];
  const opening = Array.from({ length: count }, () =>
    Client.stage(server.url, code).then(
      (stage) => stages.push(stage),
      (error: { data: WireError }) => refusals.push(error.data),
    ),
  );
  await Promise.all(opening);
  return { stages, refusals };
}

describe('[A19] stages without the key', () => {
  it('are a hundred in a session, and those above are told so in words', async () => {
    const code = await server.session();
    const { stages, refusals } = await openStages(code, MOST + MORE);
    expect(stages).toHaveLength(MOST);
    expect(refusals).toHaveLength(MORE);
    for (const { name, message, retryAfter } of refusals) {
      expect(name).toBe('no-room');
      expect(message).toContain('This session is open on too many stages.');
      expect(retryAfter).toBeGreaterThan(0);
    }
    expect((await Client.console(server.url, code)).socket.connected).toBe(true);
    expect((await Client.attendee(server.url, code)).socket.connected).toBe(true);
    expect((await Client.stage(server.url, code, { key: KEY })).socket.connected).toBe(true);
    // Another session has its own.
    expect((await Client.stage(server.url, await server.session())).socket.connected).toBe(true);
    stages[0]?.close();
    await expect.poll(async () => (await openStages(code, 1)).stages.length).toBe(1);
  });
});
