import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RemoteDeckView, RemoteSnapshot } from '../../src/session/remote-views.ts';
import type { StageSnapshot } from '../../src/session/views.ts';
import type { WireError } from '../../src/protocol/wire-error.ts';
import { Client } from './client.ts';
import { KEY, RunningServer } from './running-server.ts';
import { readFacts } from '../../server/storage/read-facts.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());

/** The token in the link that a console asks for. */
async function linkOf(console: Client): Promise<string> {
  const ack = (await console.ask('remote:link', {})) as { ok: true; url: string };
  return ack.url.split('#')[1] ?? '';
}

async function open(at: RunningServer = server) {
  const code = await at.session();
  const console = await Client.console(at.url, code);
  return { code, console, token: await linkOf(console) };
}

const remote = (code: string, token: string, at: RunningServer = server): Promise<Client> =>
  Client.connect(at.url, code, 'remote', { token });

/** The name of the refusal of a connection, or `in`. */
async function refusal(connecting: Promise<Client>): Promise<string> {
  try {
    (await connecting).close();
    return 'in';
  } catch (error) {
    return (error as { data?: WireError }).data?.name ?? 'unknown';
  }
}

const gone = (client: Client): Promise<unknown> =>
  new Promise((resolve) => client.socket.on('disconnect', resolve));

const at = (h: number) => (snapshot: StageSnapshot) => snapshot.position.h === h;

describe('a phone that was signed in as a remote', () => {
  it('[A21] moves, blanks and acts on questions, and is told of the session what its page shows', async () => {
    const { code, console, token } = await open();
    const stage = await Client.stage(server.url, code);
    const phone = await remote(code, token);
    await console.until(
      'remotes:changed',
      ({ connected }: { connected: number }) => connected === 1,
    );
    const deck = await phone.until<RemoteDeckView>('session:deck');
    expect(deck.slides[1]?.notes).toContain('The second secret note');
    expect(await phone.show(1)).toEqual({ ok: true });
    await stage.until('session:state', at(1));
    for (const [event, message] of allowed) {
      expect([event, await phone.ask(event, message)]).toEqual([event, { ok: true }]);
    }
    const shown = await phone.until<RemoteSnapshot>(
      'session:state',
      ({ activities, blanked }) => blanked && activities[0]?.phase === 'closed',
    );
    expect(shown.slideStartedAt).not.toBeNull();
    expect(await phone.ask('step:undo', { step: shown.undo?.step })).toEqual({ ok: true });
    await phone.until<RemoteSnapshot>('session:state', ({ blanked }) => !blanked);
    phone.close();
    await console.until(
      'remotes:changed',
      ({ connected }: { connected: number }) => connected === 0,
    );
  });

  it('[A21] [A1] may do nothing else, and is given nothing over HTTP', async () => {
    const { code, token } = await open();
    const phone = await remote(code, token);
    const before = JSON.stringify(await readFacts(server.log, code));
    for (const [event, message] of forbidden) {
      const ack = await phone.ask(event, message);
      expect([event, ack]).toMatchObject([event, { ok: false, error: { name: 'not-allowed' } }]);
    }
    for (const path of [`/sessions/${code}/results.csv`, '/sessions', '/decks']) {
      expect((await server.api('GET', path, undefined, token)).status).toBe(401);
    }
    expect((await server.api('DELETE', `/sessions/${code}`, undefined, token)).status).toBe(401);
    expect(JSON.stringify(await readFacts(server.log, code))).toBe(before);
  });

  it('[A20] is let into its own session as a remote, and nowhere else', async () => {
    const { code, token } = await open();
    const other = await server.session();
    expect(await refusal(remote(code, token))).toBe('in');
    expect(await refusal(remote(other, token))).toBe('remote-disconnected');
    expect(await refusal(Client.connect(server.url, code, 'remote'))).toBe('remote-disconnected');
    expect(await refusal(Client.connect(server.url, code, 'console', { token }))).toBe(
      'key-needed',
    );
    expect(await refusal(Client.connect(server.url, code, 'console', { key: token }))).toBe(
      'wrong-key',
    );
    const stage = await Client.stage(server.url, code, { token });
    expect(await stage.show(1)).toMatchObject({ ok: false, error: { name: 'not-allowed' } });
    const attendee = await Client.attendee(server.url, code, { token });
    expect(await attendee.token()).not.toContain(token);
    const phone = await Client.attendee(server.url, code);
    const attendees = await phone.token();
    expect(await refusal(remote(code, attendees))).toBe('remote-disconnected');
  });

  it('[A20] is disconnected at once by the console, and stays so after a restart', async () => {
    let own = await RunningServer.start();
    const { code, console, token } = await open(own);
    const phone = await remote(code, token, own);
    const left = gone(phone);
    expect(await console.ask('remotes:disconnect', {})).toEqual({ ok: true });
    expect(await left).toBe('io server disconnect');
    expect(await refusal(remote(code, token, own))).toBe('remote-disconnected');
    const next = await linkOf(console);
    expect(next).not.toBe(token);
    expect(await refusal(remote(code, next, own))).toBe('in');
    own = await own.restart();
    expect(await refusal(remote(code, token, own))).toBe('remote-disconnected');
    expect(await refusal(remote(code, next, own))).toBe('in');
    await own.stop();
  });

  it('[A20] is a remote no longer once the session has ended, nor after a restart', async () => {
    let own = await RunningServer.start();
    const { code, console, token } = await open(own);
    const left = gone(await remote(code, token, own));
    expect(await console.ask('session:end', {})).toEqual({ ok: true });
    await left;
    expect(await refusal(remote(code, token, own))).toBe('session-ended');
    own = await own.restart();
    expect(await refusal(remote(code, token, own))).toBe('session-ended');
    await own.stop();
  });
});

describe('the link that signs a phone in', () => {
  it('[A20] is given to consoles alone, and carries its secret where no log of requests has it', async () => {
    const { code, console, token } = await open();
    const stage = await Client.stage(server.url, code, { key: KEY });
    const attendee = await Client.attendee(server.url, code);
    for (const nobody of [stage, attendee]) {
      const ack = await nobody.ask('remote:link', {});
      expect(ack).toMatchObject({ ok: false, error: { name: 'not-allowed' } });
    }
    const ack = await console.ask('remote:link', {});
    expect(ack).toEqual({ ok: true, url: `${server.url}/s/${code}/remote#${token}` });
    await console.show(1);
    await stage.until('session:state', at(1));
    for (const screen of [stage, attendee, console]) expect(screen.heard()).not.toContain(token);
    for (const format of ['csv', 'json']) {
      const results = await server.api('GET', `/sessions/${code}/results.${format}`);
      expect(await results.text()).not.toContain(token);
    }
    expect(server.logged.join('')).not.toContain(token);
  });

  it('[A20] [A6] cannot be guessed in numbers, and keeps nobody out who has it', async () => {
    const own = await RunningServer.start();
    const { code, token } = await open(own);
    const guesses: string[] = [];
    for (let guess = 0; guess < 12; guess += 1) {
      guesses.push(await refusal(remote(code, `a-guess-${guess}`, own)));
    }
    expect(guesses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'remote-disconnected'));
    expect(guesses.slice(10)).toEqual(['slow-down', 'slow-down']);
    expect(await refusal(remote(code, token, own))).toBe('in');
    await own.stop();
  });
});

describe('who moved the slides', () => {
  it('[P21] is told to the other consoles and remotes, and to nobody else', async () => {
    const { code, console, token } = await open();
    const second = await Client.console(server.url, code);
    const phone = await remote(code, token);
    const attendee = await Client.attendee(server.url, code);
    const stage = await Client.stage(server.url, code, { key: KEY });
    await console.show(1);
    expect(await second.until('slides:moved')).toEqual({ by: 'console' });
    expect(await phone.until('slides:moved')).toEqual({ by: 'console' });
    expect(console.heard()).not.toContain('slides:moved');
    await phone.show(2);
    const byPhone = ({ by }: { by: string }) => by === 'remote';
    await second.until('slides:moved', byPhone);
    await console.until('slides:moved', byPhone);
    const heard = second.messages.length;
    // A slide that is there already moves nothing; a stage is in the presenter's own hand.
    await phone.show(2);
    await stage.show(3);
    await second.until('session:state', at(3));
    await console.ask('stage:erase', {});
    const later = second.messages.slice(heard).map(({ event }) => event);
    expect(later).not.toContain('slides:moved');
    for (const nobody of [attendee, stage]) expect(nobody.heard()).not.toContain('slides:moved');
  });
});

const allowed = [
  ['activity:close', { activity: 'tea' }],
  ['activity:open', { activity: 'tea' }],
  ['activity:reveal', { activity: 'tea' }],
  ['activity:close', { activity: 'tea' }],
  ['stage:blank', { on: true }],
] as const;

const point = { x: 0.5, y: 0.5 };
const tea = { activity: 'tea' };
const forbidden = [
  ['session:end', {}],
  ['remote:link', {}],
  ['remotes:disconnect', {}],
  ['activity:reset', tea],
  ['activity:hide', tea],
  ['activity:hide-answer', tea],
  ['activity:control', { ...tea, control: { approve: ':x' } }],
  ['join:show', { shown: true }],
  ['join-corner:show', { shown: true }],
  ['self-paced:set', { on: true }],
  ['follow:set', { on: false }],
  ['stage:point', { at: point }],
  ['stage:draw', { line: 'a', points: [point] }],
  ['stage:zoom', { at: point }],
  ['stage:erase', {}],
  ['answer:give', { ...tea, answer: { choices: [0], other: null }, id: 'an-answer-id' }],
  ['take-home:get', {}],
  ['slide:follow', { on: true }],
] as const;
