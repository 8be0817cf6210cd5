import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Slide } from '../../src/deck/deck.ts';
import { Client } from '../integration/client.ts';
import { KEY, ServerProcess } from '../load/server-process.ts';
import type { Memory } from '../load/report-usage.mjs';
import { LongSession } from './long-session.ts';

const PHONES = 500;
const LOCKED = 100;

/**
 * What an answer may leave behind in memory once it was reset. By design its id stays, with its
 * attendee and its receipt, so that a late copy of it is known: some 200 bytes, and the tables that
 * they stand in double from time to time.
 */
const BYTES_OF_AN_ID = 300;
/**
 * What the tables of those who are in the talk may need more or less, by the order in which they
 * left and came. A connection holds some 10,000, of which none may stay for each that is gone.
 */
const BYTES_OF_A_RETURN = 250;
/** What was compiled and set up at the first time and stays. */
const WARM_BYTES = 6_000_000;
/** Pages of memory that were given back to nobody yet. */
const SLACK_RSS_BYTES = 32_000_000;

/** What the server held when so many answers had been recorded. */
interface Mark extends Memory {
  readonly answers: number;
}

let server: ServerProcess;
beforeAll(async () => {
  server = await ServerProcess.plenary('slides');
});
afterAll(() => server.stop());

/** Asks the HTTP interface, and leaves no connection behind. */
function api(method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`http://127.0.0.1:${server.port}/api/v1${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${KEY}`,
      'Content-Type': 'application/json',
      Connection: 'close',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function startLongSession(): Promise<{ code: string; session: LongSession }> {
  const response = await api('POST', '/sessions', { deck: 'pioneers' });
  const { code } = (await response.json()) as { code: string };
  const console = await Client.console(`http://127.0.0.1:${server.port}`, code);
  const { slides } = await console.until<{ slides: readonly Slide[] }>('session:deck');
  console.close();
  return { code, session: new LongSession({ port: server.port, code }, slides, PHONES) };
}

/**
 * What the server holds once it has finished what was asked of it: what is still on its way to
 * somebody is gone at one of some moments, and what leaks is there at each.
 */
async function memory(): Promise<Memory> {
  const looks: Memory[] = [];
  for (let look = 0; look < 8; look += 1) {
    looks.push(await server.memory());
    await new Promise((done) => setTimeout(done, 250));
  }
  return {
    heapBytes: Math.min(...looks.map(({ heapBytes }) => heapBytes)),
    rssBytes: Math.min(...looks.map(({ rssBytes }) => rssBytes)),
  };
}

/** What keeps the server awake: a name for each connection, timer and the like. */
async function awake(): Promise<readonly string[]> {
  return (await server.resources()).toSorted();
}

/** A talk of 27 questions, given four times on end, is as much as is said in a long day. */
async function giveFourTimes(session: LongSession): Promise<readonly Mark[]> {
  const marks: Mark[] = [];
  for (let time = 0; time < 4; time += 1) {
    if (time > 0) await session.reset();
    marks.push({ ...(await memory()), answers: session.answers });
    await session.give();
  }
  return marks;
}

/** Slides are shown, phones are locked, leave and come back: as it is between questions. */
async function passBy(session: LongSession): Promise<void> {
  await session.lock(LOCKED, async () => {
    for (let time = 0; time < 5; time += 1) await session.passBy();
  });
}

describe('a long session', () => {
  it('[S23] [S8] takes memory for the answers that are kept, and for nothing else', async () => {
    const { code, session } = await startLongSession();
    const before = await memory();
    const awakeBefore = await awake();
    await session.enter();
    const [, , half] = await giveFourTimes(session);

    await session.passBy();
    const returns = -session.returns;
    const calm = await memory();
    await passBy(session);
    expect(grown(calm, await memory())).toBeLessThan(
      (returns + session.returns) * BYTES_OF_A_RETURN,
    );

    await session.reset();
    const end = await memory();
    const sinceHalf = (session.answers - (half?.answers ?? 0)) * BYTES_OF_AN_ID;
    expect(grown(half, end)).toBeLessThan(sinceHalf);
    expect(end.rssBytes - (half?.rssBytes ?? 0)).toBeLessThan(sinceHalf + SLACK_RSS_BYTES);

    await session.leave();
    await expect.poll(awake).toEqual(awakeBefore);
    const kept = session.answers * BYTES_OF_AN_ID;
    expect(grown(before, await memory())).toBeLessThan(kept + WARM_BYTES);

    await api('DELETE', `/sessions/${code}`);
    expect(grown(before, await memory())).toBeLessThan(WARM_BYTES);
  });
});

function grown(before: Memory | undefined, after: Memory): number {
  return after.heapBytes - (before?.heapBytes ?? 0);
}
