import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Slide } from '../../src/deck/deck.ts';
import { Client } from '../integration/client.ts';
import { KEY, ServerProcess } from '../load/server-process.ts';
import type { Memory } from '../load/report-usage.mjs';
import { LongSession } from './long-session.ts';

const PHONES = 250;
const LOCKED = 50;

/**
 * Bytes that an answer may leave in memory after a reset. By design its id stays, with its
 * attendee and its receipt, so that a late copy of it is known: some 200 bytes, in tables that
 * double their size from time to time.
 */
const BYTES_OF_AN_ID = 300;
/**
 * Bytes by which the tables of connected attendees may differ with the order in which they left
 * and came. A connection holds some 10,000, all of which must be freed when it is gone.
 */
const BYTES_OF_A_RETURN = 250;
/** Bytes compiled and set up once. */
const WARM_BYTES = 6_000_000;
/** Bytes that were freed and not returned to the system yet. */
const SLACK_RSS_BYTES = 32_000_000;

/** The memory of the server after so many answers. */
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
  // The others would only be waited for: a console may send twenty messages a second.
  const asking = slides.filter(({ activity }) => activity !== null);
  return { code, session: new LongSession({ port: server.port, code }, asking, PHONES) };
}

/**
 * The memory of the idle server, as the least of some samples: messages still being sent are
 * missing from one of them, and a leak is in each.
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

/** Names of the resources that keep the server running: connections, timers and the like. */
async function awake(): Promise<readonly string[]> {
  return (await server.resources()).toSorted();
}

/** A session of 27 questions, run four times in a row, has as many answers as a long day. */
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
    await expect.poll(awake, { timeout: 60_000 }).toEqual(awakeBefore);
    const kept = session.answers * BYTES_OF_AN_ID;
    expect(grown(before, await memory())).toBeLessThan(kept + WARM_BYTES);

    await api('DELETE', `/sessions/${code}`);
    expect(grown(before, await memory())).toBeLessThan(WARM_BYTES);
  });
});

function grown(before: Memory | undefined, after: Memory): number {
  return after.heapBytes - (before?.heapBytes ?? 0);
}
