import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../integration/client.ts';
import { hostileTraffic, startHostileTraffic } from '../load/hostile-traffic.ts';
import { ServerProcess } from '../load/server-process.ts';
import { openSession } from '../load/subject.ts';
import { QUESTION } from '../load/dialects.ts';

const CLIENTS = 5;
const PHONES = 40;
const ROUNDS = 10;
// No phone sends more than is read at once: ten answers, and five a second.
const ROUND_MS = 250;
const MEGABYTE = 1_000_000;
const MOST_HEAP = 5 * MEGABYTE;
// The operating system gives pages back late, and nobody says when.
const MOST_RESIDENT = 60 * MEGABYTE;

let server: ServerProcess;
let url: string;
let code: string;
beforeAll(async () => {
  server = await ServerProcess.plenary();
  url = `http://127.0.0.1:${server.port}`;
  code = await openSession(server);
});
afterAll(() => server.stop());

/** Lets each of some phones answer many times while something else goes on. */
async function answerOnAndOn(): Promise<void> {
  const phones = await Promise.all(
    Array.from({ length: PHONES }, () => Client.attendee(url, code)),
  );
  for (let round = 0; round < ROUNDS; round += 1) {
    const answer = { choices: [round % 4], other: null };
    const acks = await Promise.all(phones.map((phone) => phone.answer(QUESTION, answer)));
    expect(acks.filter(({ ok }) => !ok)).toEqual([]);
    await setTimeout(ROUND_MS);
  }
  for (const phone of phones) phone.close();
}

/** The least of some looks at the memory: what is in use for a moment is not kept. */
async function leastMemory(): ReturnType<ServerProcess['memory']> {
  const looks = [await server.memory(), await server.memory(), await server.memory()];
  return looks.reduce((least, look) => (look.heapBytes < least.heapBytes ? look : least));
}

describe('[A7] the memory of a server that is sent', () => {
  it.each(Object.keys(hostileTraffic) as (keyof typeof hostileTraffic)[])(
    '%s without end hardly grows, and all answers are recorded',
    async (kind) => {
      await answerOnAndOn();
      const before = await leastMemory();
      const traffic = startHostileTraffic(kind, { url, code }, CLIENTS);
      await answerOnAndOn();
      const during = await leastMemory();
      await traffic.stop();
      expect(during.heapBytes - before.heapBytes).toBeLessThan(MOST_HEAP);
      expect(during.rssBytes - before.rssBytes).toBeLessThan(MOST_RESIDENT);
    },
  );
});
