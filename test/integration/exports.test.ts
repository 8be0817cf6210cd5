import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Results } from '../../src/session/results.ts';
import { Client } from './client.ts';
import { RunningServer } from './running-server.ts';

const PHONES = 20;
const yes = { choices: [0], other: null };

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());

async function attendeesIn(code: string): Promise<Set<string>> {
  const response = await server.api('GET', `/sessions/${code}/results.json`);
  const { rows } = (await response.json()) as Results;
  return new Set(rows.map(({ attendee }) => attendee));
}

it('[X2] An export holds every answer acknowledged before its request, while more come in', async () => {
  const code = await server.session();
  const console = await Client.console(server.url, code);
  await console.show(1);
  const phones = await Promise.all(
    Array.from({ length: PHONES }, () => Client.attendee(server.url, code)),
  );
  const acknowledged: string[] = [];
  let coming = phones[0]?.answer('tea', yes);
  for (const [index, phone] of phones.entries()) {
    expect(await coming).toMatchObject({ ok: true });
    acknowledged.push((await phone.token()).split('.')[0] ?? '');
    coming = phones[index + 1]?.answer('tea', yes);
    const exported = await attendeesIn(code);
    expect(acknowledged.filter((attendee) => !exported.has(attendee))).toEqual([]);
  }
  expect((await attendeesIn(code)).size).toBe(PHONES);
});
