import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Client } from './client.ts';
import { RunningServer } from './running-server.ts';
import type { WireError } from '../../src/protocol/wire-error.ts';

const GUESSERS = 50;
const PHONES = 60;

let server: RunningServer;
beforeEach(async () => {
  server = await RunningServer.start();
});
afterEach(() => server.stop());

/** Sends wrong codes from so many connections, one after the other, until it is aborted. */
async function guess(connections: number, { signal }: AbortController): Promise<void> {
  let next = 100_000;
  const guessing = Array.from({ length: connections }, async () => {
    while (!signal.aborted) {
      next += 1;
      await tryToJoin(String(next));
    }
  });
  await Promise.all(guessing);
}

/** The client that is in, or the refusal. */
async function tryToJoin(code: string): Promise<Client | WireError> {
  return Client.attendee(server.url, code).catch((error: { data: WireError }) => error.data);
}

/** Asks again when the server says so, as a phone does. `asked`: how often, until it was in. */
async function join(code: string): Promise<{ readonly phone: Client; readonly asked: number }> {
  for (let asked = 1; ; asked += 1) {
    const tried = await tryToJoin(code);
    if (tried instanceof Client) return { phone: tried, asked };
    if (tried.retryAfter === undefined) throw new Error(tried.message);
    await setTimeout(1_000 * tried.retryAfter);
  }
}

/** Waits until wrong codes from here are no longer looked up. */
async function untilRefused(): Promise<void> {
  await expect
    .poll(async () => {
      const tried = await tryToJoin('999999');
      return tried instanceof Client ? 'in' : tried.name;
    })
    .toBe('slow-down');
}

it('[A6] [A17] A hall comes in from an address where fifty connections guess codes, and nobody is in yet', async () => {
  const code = await server.session();
  const enough = new AbortController();
  const guessing = guess(GUESSERS, enough);
  await untilRefused();
  const phones = await Promise.all(Array.from({ length: PHONES }, () => join(code)));
  expect(phones.every(({ phone }) => phone.socket.connected)).toBe(true);
  // Not only when the address may guess anew.
  expect(Math.max(...phones.map(({ asked }) => asked))).toBeLessThanOrEqual(3);
  enough.abort();
  await guessing;
});

it('[A6] [A17] One phone comes in from an address where fifty connections guess codes', async () => {
  const code = await server.session();
  const enough = new AbortController();
  const guessing = guess(GUESSERS, enough);
  await untilRefused();
  expect((await join(code)).phone.socket.connected).toBe(true);
  enough.abort();
  await guessing;
});
