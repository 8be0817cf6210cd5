import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeckEntry, SessionEntry } from '../../src/protocol/http.ts';
import type { Results } from '../../src/session/results.ts';
import type { ConsoleSnapshot } from '../../src/session/views.ts';
import { Client } from './client.ts';
import { RunningServer } from './running-server.ts';

const yes = { choices: [0], other: null };

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());

/** The server's answer, as the type of its route. */
async function said<Value>(method: string, path: string, body?: unknown): Promise<Value> {
  return (await (await server.api(method, path, body)).json()) as Value;
}

const listed = (query: string): Promise<SessionEntry[]> => said('GET', `/sessions?${query}`);

describe('the name of a session', () => {
  it('[S60] is the one that was given last, after the end and over a restart too, and known to presenters alone', async () => {
    const code = await server.session();
    const [console, stage, phone] = await Promise.all([
      Client.console(server.url, code),
      Client.stage(server.url, code),
      Client.attendee(server.url, code),
    ]);
    await console.show(1);
    await phone.answer('tea', yes);
    const name = (given: string) => server.api('POST', `/sessions/${code}/name`, { name: given });
    expect((await name('First try')).status).toBe(200);
    await console.until<ConsoleSnapshot>('session:state', (state) => state.name === 'First try');
    await server.api('POST', `/sessions/${code}/end`);
    const named = (await (await name('  Team \n Berlin ')).json()) as SessionEntry;
    const expected = { code, name: 'Team Berlin', title: 'A small deck', people: 1, answers: 1 };
    expect(named).toMatchObject(expected);
    await stage.until('session:state', ({ ended }: { ended: boolean }) => ended);
    await phone.until('session:state', ({ ended }: { ended: boolean }) => ended);
    for (const client of [stage, phone]) expect(client.heard()).not.toMatch(/First try|Berlin/);
    server = await server.restart();
    expect((await listed('q=berlin'))[0]).toMatchObject(expected);
    const { session } = await said<Results>('GET', `/sessions/${code}/results.json`);
    expect(session).toMatchObject({ name: 'Team Berlin', title: 'A small deck', rehearsal: false });
    await server.api('POST', `/sessions/${code}/name`, { name: ' ' });
    expect((await listed(`q=${code}`))[0]?.name).toBe('');
  });

  it('[S60] [A1] needs the key, and is refused where it is longer than it may be', async () => {
    const code = await server.session();
    const name = (given: unknown, key?: null) =>
      server.api('POST', `/sessions/${code}/name`, { name: given }, key);
    expect((await name('Mine', null)).status).toBe(401);
    expect((await name('é'.repeat(80))).status).toBe(200);
    for (const wrong of ['x'.repeat(81), 7, undefined])
      expect((await name(wrong)).status).toBe(400);
    expect((await server.api('POST', '/sessions/000000/name', { name: 'x' })).status).toBe(404);
  });
});

describe('a rehearsal', () => {
  it('[S62] is marked wherever presenters look, and is not when its deck was last given', async () => {
    const small = async (): Promise<DeckEntry | undefined> => {
      const decks = await said<DeckEntry[]>('GET', '/decks');
      return decks.find(({ name }) => name === 'small');
    };
    const before = (await small())?.lastGiven;
    const { code, rehearsal } = await said<SessionEntry>('POST', '/sessions', {
      ...{ deck: 'small', rehearsal: true },
    });
    expect(rehearsal).toBe(true);
    const console = await Client.console(server.url, code);
    expect(await console.until('session:state')).toMatchObject({ rehearsal: true });
    const { session } = await said<Results>('GET', `/sessions/${code}/results.json`);
    expect(session.rehearsal).toBe(true);
    expect((await listed('state=rehearsals')).map((one) => one.code)).toEqual([code]);
    expect((await small())?.lastGiven).toBe(before);
    const given = await said<SessionEntry>('POST', '/sessions', {
      deck: 'small',
      rehearsal: false,
    });
    expect((await small())?.lastGiven).toBe(given.startedAt);
  });
});

describe('the desk', () => {
  it('[S39] [S61] is told of the next page of what was looked for, and of nothing else', async () => {
    for (let made = 0; made < 52; made += 1) await server.session();
    const other = await server.session();
    await server.api('POST', `/sessions/${other}/end`);
    const page = await server.api('GET', '/sessions?q=small%20deck&state=running&deck=small');
    const [, next = ''] =
      /^<\/api\/v1(\S+)>; rel="next"$/.exec(page.headers.get('Link') ?? '') ?? [];
    expect(next).toContain('state=running');
    const first = (await page.json()) as SessionEntry[];
    const rest = await said<SessionEntry[]>('GET', next);
    const codes = [...first, ...rest].map(({ code }) => code);
    expect(first).toHaveLength(50);
    expect(new Set(codes).size).toBe(codes.length);
    expect([...first, ...rest].every(({ endedAt }) => endedAt === null)).toBe(true);
    expect(codes).not.toContain(other);
    for (const wrong of ['state=gone', 'offset=x', 'offset=99999', 'after=1', 'wanted=1']) {
      expect((await server.api('GET', `/sessions?${wrong}`)).status).toBe(400);
    }
  });

  it('[A2] is sent the first slide of each deck for its picture, and no notes', async () => {
    const response = await server.api('GET', '/decks');
    const text = await response.text();
    expect(text).not.toContain('secret note');
    const [deck] = JSON.parse(text) as DeckEntry[];
    expect(deck).toMatchObject({ name: 'small', minutes: null, cover: { lang: 'en' } });
    expect(deck?.cover?.slide.html).toContain('A small deck');
  });
});
