import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sqliteLog } from '../../server/storage/sqlite-log.ts';
import { Decks } from '../../server/decks/decks.ts';
import type { SessionEntry } from '../../src/protocol/http.ts';
import { Client } from '../integration/client.ts';
import { sessionFixture } from '../e2e/setup-session.ts';

const KEPT = 10_000;
const OPENED = 300;
const MOST_BYTES = 150_000_000;

const fixture = sessionFixture('room');

/** Puts sessions into the database of a server that was ended. */
async function keep(count: number): Promise<string[]> {
  const decks = new Decks(join(fixture.plenary.folder, 'slides'));
  // A deck of the usual size takes longest to write.
  const [large, small] = [await decks.load('pioneers'), await decks.load('room')];
  const log = await sqliteLog(fixture.plenary.database, Date.now);
  if (!large.ok || !small.ok || !log.ok) throw new Error('no deck, or no log');
  const codes = Array.from({ length: count }, (_, index) => String(200_000 + index));
  for (const [index, code] of codes.entries()) {
    const deck = index < OPENED ? large.value : small.value;
    const started = { type: 'session:started', code, secret: code, deck } as const;
    await log.value.transact(code, 0, () => [started]);
  }
  await log.value.close();
  return codes;
}

async function memory(): Promise<number> {
  const metrics = await (await fetch(`${fixture.plenary.url}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1]);
}

it('[S39] A server that keeps ten thousand sessions is small, also after many of them were used', async () => {
  await fixture.plenary.killHard();
  const codes = await keep(KEPT);
  await fixture.plenary.run();
  const { plenary } = fixture;
  const list = (await (await plenary.api('GET', '/sessions')).json()) as SessionEntry[];
  expect(list.map(({ code }) => code)).toEqual(codes.slice(-50).toReversed());
  for (const code of codes.slice(0, OPENED)) {
    expect((await plenary.api('GET', `/sessions/${code}/results.csv`)).status).toBe(200);
  }
  const phone = await Client.attendee(plenary.url, codes[0] ?? '');
  expect(phone.socket.connected).toBe(true);
  phone.close();
  // V8 gives back what it needs no longer once the process rests: it is not asked all the time.
  await expect.poll(memory, { timeout: 120_000, interval: 4_000 }).toBeLessThan(MOST_BYTES);
});
