import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredFact } from '../../src/session/facts.ts';
import type { StageSnapshot } from '../../src/session/views.ts';
import { success } from '../../src/lib/result.ts';
import { readReplay } from '../../src/results/replay/read-replay.ts';
import type { Replay } from '../../src/results/replay/moment.ts';
import { addReplay } from '../../server/http/replay-file.ts';
import type { Env } from '../../server/http/reply.ts';
import { PureSession } from '../fixtures/pure-session.ts';
import { Client } from './client.ts';
import { KEY, RunningServer } from './running-server.ts';

const SECOND = 1_000;
let clock = 1_795_470_163_000;
let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start(() => clock);
});
afterAll(() => server.stop());

async function replayOf(code: string): Promise<Replay> {
  const response = await server.api('GET', `/sessions/${code}/replay.ndjson`);
  expect(response.headers.get('Content-Type')).toBe('application/x-ndjson');
  const read = readReplay(await response.text());
  if (read === null) throw new Error('The replay is not whole');
  return read;
}

describe('the replay of a session', () => {
  it('[X33] has each stage that was sent while the talk went on', async () => {
    const code = await server.session();
    const stage = await Client.connect(server.url, code, 'stage', { key: KEY });
    const console = await Client.console(server.url, code);
    const later = async (step: () => Promise<unknown>): Promise<void> => {
      clock += 2 * SECOND;
      await step();
    };
    await later(() => console.show(1));
    const phones = await Promise.all([1, 2, 3].map(() => Client.attendee(server.url, code)));
    for (const phone of phones) {
      await later(() => phone.answer('tea', { choices: [0], other: null }));
    }
    await later(() => console.ask('activity:reset', { activity: 'tea' }));
    await later(() =>
      console.ask('question:ask', {
        type: 'poll',
        options: { question: 'Coffee now?', options: ['Yes', 'Later'] },
      }),
    );
    await later(() => console.ask('session:end', {}));
    await stage.until('session:state', ({ ended }: StageSnapshot) => ended);
    const sent = stage.messages
      .filter(({ event }) => event === 'session:state')
      .map(({ body }) => ({ ...(body as StageSnapshot), ways: [], back: null }));
    const { moments } = await replayOf(code);
    expect(sent.length).toBeGreaterThan(4);
    for (const one of sent) expect(moments.map((moment) => moment.stage)).toContainEqual(one);
    const answered = moments.map((moment) => moment.stage.activities[0]?.answered);
    expect(answered).toEqual([0, 0, 1, 2, 3, 0, 0, 0]);
    expect(moments.map(({ deck }) => deck.slides.length)).toEqual([4, 4, 4, 4, 4, 4, 5, 5]);
    expect(moments.at(-1)?.at).toBe(clock);
    expect(server.faults).toEqual([]);
  });

  it('[X34] is refused for a code that no session has', async () => {
    const response = await server.api('GET', '/sessions/000000/replay.ndjson');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { name: 'unknown-code' } });
  });
});

describe('[X35] the facts of a replay', () => {
  async function ask(facts: readonly StoredFact[]) {
    let reads = 0;
    const app = new Hono<Env>();
    const read = async () => {
      reads += 1;
      return success(facts);
    };
    addReplay(app, { log: { read } });
    const response = await app.request('/sessions/123456/replay.ndjson');
    return { response, reads: () => reads };
  }

  it('are read once', async () => {
    const { facts } = new PureSession();
    const { response, reads } = await ask(facts);
    expect(readReplay(await response.text())?.moments).toHaveLength(1);
    expect(reads()).toBe(1);
  });

  it('are refused where one is missing', async () => {
    const session = new PureSession();
    session.show(1);
    session.show(2);
    const { response } = await ask(session.facts.filter(({ seq }) => seq !== 2));
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ error: { name: 'damaged' } });
  });
});
