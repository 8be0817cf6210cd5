import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultTimeouts } from '../../server/http/http-timeouts.ts';
import type { EventLog } from '../../server/storage/event-log.ts';
import type { OwnAnswers } from '../../src/session/views.ts';
import type { SessionEntry } from '../../src/protocol/http.ts';
import { Client } from './client.ts';
import { RunningServer } from './running-server.ts';
import { readFacts } from '../../server/storage/read-facts.ts';

const soon = { after: 300, mostFacts: 150_000, most: 0, grace: 300 };
const yes = { choices: [0], other: null };

let server: RunningServer;
let reads: string[] = [];

function counted(log: EventLog): EventLog {
  return {
    ...bound(log),
    read: (session, afterSeq, limit) => {
      if (afterSeq === 0) reads.push(session);
      return log.read(session, afterSeq, limit);
    },
  };
}

function bound(log: EventLog): EventLog {
  return {
    transact: (...all) => log.transact(...all),
    read: (...all) => log.read(...all),
    sessions: (...page) => log.sessions(...page),
    bring: (...all) => log.bring(...all),
    timed: (...page) => log.timed(...page),
    lastGiven: () => log.lastGiven(),
    forget: (session) => log.forget(session),
    verifyRead: (...all) => log.verifyRead(...all),
    survey: () => log.survey(),
    check: () => log.check(),
    close: () => log.close(),
  };
}

beforeEach(async () => {
  reads = [];
  server = await RunningServer.start(Date.now, defaultTimeouts, counted, soon);
});
afterEach(() => server.stop());

async function inMemory(): Promise<number> {
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  return Number(/^plenary_sessions_in_memory (\d+)$/m.exec(metrics)?.[1]);
}

function untilLetGo(): Promise<void> {
  return expect.poll(inMemory, { timeout: 10_000 }).toBe(0);
}

/** A session on its first question, with the answer of a phone that has left. */
async function left() {
  const code = await server.session();
  const console = await Client.console(server.url, code);
  await console.show(1);
  const phone = await Client.attendee(server.url, code);
  const token = await phone.token();
  expect(await phone.answer('tea', yes)).toMatchObject({ ok: true });
  for (const client of [console, phone]) client.close();
  return { code, token };
}

async function csvOf(code: string): Promise<string> {
  return (await server.api('GET', `/sessions/${code}/results.csv`)).text();
}

describe('[S39] a session that nobody uses', () => {
  it('[R1] [S6] leaves memory, and comes back with all that was in it', async () => {
    const { code, token } = await left();
    await untilLetGo();
    const phone = await Client.attendee(server.url, code, { token });
    expect(await phone.until<OwnAnswers>('answers:mine')).toMatchObject({ tea: { answer: yes } });
    expect(await phone.answer('tea', { choices: [1], other: null })).toMatchObject({ ok: true });
    expect((await Client.stage(server.url, code)).socket.connected).toBe(true);
    expect(await csvOf(code)).toContain('"No"');
  });

  it('[X2] exports the same before and after', async () => {
    const { code } = await left();
    const before = await csvOf(code);
    await untilLetGo();
    expect(await csvOf(code)).toBe(before);
    expect(before).toContain('"Yes"');
  });

  it('is not in memory before somebody comes', async () => {
    await server.session();
    expect(await inMemory()).toBe(0);
    expect(reads).toEqual([]);
  });

  it('is read once, however many ask for it at once', async () => {
    const { code, token } = await left();
    await untilLetGo();
    reads = [];
    const crowd = Array.from({ length: 20 }, () => Client.attendee(server.url, code));
    await Promise.all([...crowd, Client.attendee(server.url, code, { token }), csvOf(code)]);
    expect(reads).toEqual([code]);
    expect(server.faults).toEqual([]);
  });

  it('stays while somebody is connected, whatever else is let go', async () => {
    const { code } = await left();
    const here = await Client.attendee(server.url, code);
    const other = await left();
    await expect.poll(inMemory, { timeout: 10_000 }).toBe(1);
    reads = [];
    expect(await here.answer('tea', yes)).toMatchObject({ ok: true });
    await csvOf(code);
    expect(reads).toEqual([]);
    await csvOf(other.code);
    expect(reads).toEqual([other.code]);
  });

  it('[P3] stays while a countdown runs, and that closes its question', async () => {
    await server.rewriteDeck(
      '# One\n\n---\n\n```poll\nid: tea\nquestion: Tea?\noptions: ["Yes", "No"]\nclose-after: 5\n```\n',
    );
    const { code } = await left();
    await untilLetGo();
    const facts = await readFacts(server.log, code);
    expect(facts.ok && facts.value.at(-1)?.fact).toEqual({
      ...{ type: 'activity:closed', activity: 'tea' },
    });
  });

  it('[S8] is deleted as any other', async () => {
    const { code, token } = await left();
    await untilLetGo();
    expect((await server.api('DELETE', `/sessions/${code}`)).status).toBe(204);
    await expect(Client.attendee(server.url, code, { token })).rejects.toMatchObject({
      data: { name: 'unknown-code' },
    });
  });

  it('[A6] lets its attendees back in while somebody at their address guesses codes', async () => {
    const { code, token } = await left();
    await untilLetGo();
    const guesses = Array.from({ length: 40 }, (_, at) =>
      Client.attendee(server.url, String(100_000 + at)).catch((error: unknown) => error),
    );
    await Promise.all(guesses);
    const back = await Client.attendee(server.url, code, { token });
    expect(back.socket.connected).toBe(true);
  });

  it('[S16] takes a deck that is edited meanwhile', async () => {
    const { code } = await left();
    await untilLetGo();
    await server.rewriteDeck('# Another title\n\n---\n\n## First\n');
    const session = await (await server.api('GET', `/sessions/${code}`)).json();
    expect(session).toMatchObject({ title: 'Another title' });
  });
});

describe('[S39] the list of sessions', () => {
  it('comes in pages, each session once, latest first, without reading any of them', async () => {
    const codes: string[] = [];
    for (let count = 0; count < 120; count += 1) codes.push(await server.session());
    const listed: string[] = [];
    const sizes: number[] = [];
    for (let path: string | undefined = '/sessions'; path !== undefined;) {
      const response: Response = await server.api('GET', path);
      const page = (await response.json()) as SessionEntry[];
      listed.push(...page.map(({ code }) => code));
      sizes.push(page.length);
      path = /^<\/api\/v1(\S+)>; rel="next"$/.exec(response.headers.get('Link') ?? '')?.[1];
    }
    expect(sizes).toEqual([50, 50, 20]);
    expect(listed.toSorted()).toEqual(codes.toSorted());
    expect(reads).toEqual([]);
  });

  it('refuses a page that there cannot be', async () => {
    for (const after of ['', 'x', '1-', '-1-2', '1-2-3', `${'9'.repeat(40)}-1`]) {
      const response = await server.api('GET', `/sessions?after=${after}`);
      expect(response.status).toBe(400);
    }
    expect(await (await server.api('GET', '/sessions?after=1-000000')).json()).toEqual([]);
  });
});
