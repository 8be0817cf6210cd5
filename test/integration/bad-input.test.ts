import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsoleActivityView, StageActivityView } from '../../src/session/views.ts';
import { Client } from './client.ts';
import { KEY, RunningServer } from './running-server.ts';

const yes = { choices: [0], other: null };

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());

/** A running session on its first question, with a console and a phone. */
async function open() {
  const code = await server.session();
  const console = await Client.console(server.url, code);
  await console.show(1);
  return { code, console, phone: await Client.attendee(server.url, code) };
}

/** The reason for which a connection was refused. */
async function refusal(connecting: Promise<Client>): Promise<unknown> {
  return connecting.then(
    () => 'connected',
    (error: Error & { data?: { name: string } }) => error.data?.name ?? error.message,
  );
}

/** An attendee by bare long polling (Engine.IO 4), to do what no client of Socket.IO does. */
async function bareConnection(code: string) {
  const address = `${server.url}/socket.io/?EIO=4&transport=polling`;
  const opened = await (await fetch(address)).text();
  const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
  const say = async (...packets: string[]): Promise<number> => {
    const body = packets.join('\x1e');
    const { status } = await fetch(`${address}&sid=${sid}`, { method: 'POST', body });
    return status;
  };
  const hear = async (awaited: string): Promise<void> => {
    const heard = await (await fetch(`${address}&sid=${sid}`)).text();
    if (heard.includes('Session ID unknown')) throw new Error('The connection was closed.');
    if (!heard.includes(awaited)) await hear(awaited);
  };
  const connect = `40${JSON.stringify({ v: 2, code, role: 'attendee' })}`;
  await say(connect);
  return { say, hear, connect };
}

/** So many messages, each with an acknowledgement of its own. */
function messages(count: number): string[] {
  return Array.from({ length: count }, (_, id) => `42${id}["nonsense",{}]`);
}

describe('a connection', () => {
  it('[A7] with a wrong code is refused in words', async () => {
    const wrong = Client.attendee(server.url, '000000');
    await expect(wrong).rejects.toMatchObject({
      message: 'There is no session with the code 000000.',
      data: { name: 'unknown-code' },
    });
  });

  it.each([1, 3])('[A7] of another version, %i, is told in words to reload', async (v) => {
    const { code } = await open();
    await expect(Client.attendee(server.url, code, { v })).rejects.toMatchObject({
      message: 'This page is out of date. Please reload it.',
      data: { name: 'version' },
    });
  });

  it('[A7] without an identity or version is refused', async () => {
    const socket = io(server.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
    });
    const error = await new Promise<Error & { data?: { name: string } }>((resolve) => {
      socket.on('connect_error', resolve);
    });
    expect(error.data?.name).toBe('version');
    socket.disconnect();
  });

  it('[A1] as a console needs the right key', async () => {
    const { code } = await open();
    expect(await refusal(Client.connect(server.url, code, 'console'))).toBe('key-needed');
    const wrong = Client.connect(server.url, code, 'console', { key: 'a-wrong-key' });
    expect(await refusal(wrong)).toBe('wrong-key');
  });

  it("[A5] from another site's page is refused", async () => {
    const { code } = await open();
    const foreign = Client.attendee(server.url, code, { origin: 'https://elsewhere.example' });
    expect(await refusal(foreign)).not.toBe('connected');
    const own = Client.attendee(server.url, code, { origin: server.url });
    expect(await refusal(own)).toBe('connected');
  });

  it('[A4] [V8] with a forged or foreign token gets the identity of a newcomer, and of nobody else', async () => {
    const { code, phone } = await open();
    await phone.answer('tea', yes);
    const [attendee] = (await phone.token()).split('.');
    for (const token of [`${attendee}.forged`, `${attendee}.`, String(attendee), 'x.y.z']) {
      const forger = await Client.attendee(server.url, code, { token });
      expect(await forger.token()).not.toContain(String(attendee));
      expect(await forger.until('answers:mine')).toEqual({});
    }
    const elsewhere = await server.session();
    const stranger = await Client.attendee(server.url, elsewhere, { token: await phone.token() });
    expect(await stranger.token()).not.toBe(await phone.token());
  });
});

describe('one device', () => {
  it('[A7] may have a few tabs open, and not a hundred', async () => {
    const { code, phone } = await open();
    const token = await phone.token();
    const tabs = Array.from({ length: 12 }, () =>
      refusal(Client.attendee(server.url, code, { token })),
    );
    const answers = await Promise.all(tabs);
    expect(answers.filter((answered) => answered === 'connected')).toHaveLength(7);
    expect(answers).toContain('many-tabs');
  });

  it('[A7] is disconnected where it keeps sending and reads nothing', async () => {
    const { code, phone } = await open();
    const wire = await bareConnection(code);
    // Long polling: what it is sent waits until it asks for it, which it never does.
    const statuses: number[] = [];
    for (let round = 0; round < 10; round += 1) statuses.push(await wire.say(...messages(50)));
    expect(statuses[0]).toBe(200);
    expect(statuses.at(-1)).toBe(400);
    expect(await phone.answer('tea', yes)).toMatchObject({ ok: true });
  });

  it('[A7] has its rate limit kept when it reconnects', async () => {
    const { code } = await open();
    const wire = await bareConnection(code);
    await wire.hear('session:state');
    await wire.say(...messages(60));
    await wire.hear('slow-down');
    await wire.say('41');
    await wire.say(wire.connect);
    await wire.hear('session:state');
    await wire.say(...messages(30));
    await wire.hear('slow-down');
  });

  it('[A7] may not attempt to join without limit', async () => {
    const { code } = await open();
    const other = await Client.attendee(server.url, code);
    const socket = io(server.url, {
      auth: { v: 2, code: '000000', role: 'attendee' },
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
    });
    const closed = new Promise((resolve) => socket.io.on('close', resolve));
    socket.on('connect_error', () => socket.connect());
    await closed;
    socket.disconnect();
    expect(await other.answer('tea', yes)).toMatchObject({ ok: true });
  });
});

describe('guessing', () => {
  it('[A6] of codes is slowed down, but not for devices that have the key or have joined', async () => {
    const own = await RunningServer.start();
    const [code, secret] = [await own.session(), await own.session()];
    const inside = await Client.attendee(own.url, code);
    const guess = (n: number) => refusal(Client.attendee(own.url, String(100_000 + n)));
    const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => guess(n)));
    expect(answers).toContain('unknown-code');
    // Neither a correct guess nor a made-up token bypasses the limit, or gives a hint.
    const token = 'made.up';
    const slowed = await Promise.all([
      guess(99),
      refusal(Client.attendee(own.url, secret)),
      ...[secret, '100000'].map((guessed) => refusal(Client.attendee(own.url, guessed, { token }))),
    ]);
    expect(slowed).toEqual(slowed.map(() => 'slow-down'));
    // A bored student must lock out neither the presenter nor the other attendees.
    expect((await Client.console(own.url, secret)).socket.connected).toBe(true);
    // Now somebody with the key is in from this address, and so may the hall be.
    expect(await refusal(Client.attendee(own.url, secret))).toBe('connected');
    expect(await refusal(Client.attendee(own.url, code))).toBe('connected');
    expect(await refusal(Client.stage(own.url, code))).toBe('connected');
    const back = await Client.attendee(own.url, code, { token: await inside.token() });
    expect(back.socket.connected).toBe(true);
    await own.stop();
  });

  it('[A6] of keys is slowed down, over HTTP and sockets together, and keeps the right key out of neither', async () => {
    const own = await RunningServer.start();
    const code = await own.session();
    for (let n = 0; n < 10; n += 1) {
      const { status } = await own.api('POST', '/sign-in', { key: `guess-${n}` }, null);
      expect(status).toBe(401);
    }
    const slowed = await own.api('POST', '/sign-in', { key: 'guess-10' }, null);
    expect(slowed.status).toBe(429);
    expect(Number(slowed.headers.get('Retry-After'))).toBeGreaterThan(0);
    // No address is remembered for longer than half a minute.
    expect(Number(slowed.headers.get('Retry-After'))).toBeLessThanOrEqual(30);
    const guessing = Client.connect(own.url, code, 'console', { key: 'guess-11' });
    expect(await refusal(guessing)).toBe('slow-down');
    expect((await own.api('POST', '/sign-in', { key: KEY }, null)).status).toBe(204);
    expect((await own.api('GET', '/sessions')).status).toBe(200);
    const presenter = Client.connect(own.url, code, 'console', { key: KEY });
    expect(await refusal(presenter)).toBe('connected');
    await own.stop();
  });
});

describe('a message', () => {
  it('[A7] that is not in the protocol is answered in words', async () => {
    const { phone } = await open();
    expect(await phone.ask('answer:delete', {})).toEqual({
      ok: false,
      error: { name: 'unknown-message', message: 'The protocol has no message "answer:delete".' },
    });
  });

  it('[V6] [A7] that is malformed is answered in words, and nothing is recorded', async () => {
    const { phone, console } = await open();
    const id = 'a-proper-id';
    const malformed: unknown[] = [
      undefined,
      null,
      'tea',
      [],
      {},
      { activity: 'tea', answer: yes },
      { activity: 'tea', answer: yes, id: 'x' },
      { activity: 'tea', answer: yes, id, extra: 1 },
      { activity: 7, answer: yes, id },
      JSON.parse(
        '{"activity":"tea","answer":{"choices":[0],"other":null},"id":"a-proper-id","__proto__":{"x":1}}',
      ),
    ];
    for (const message of malformed) {
      const ack = await phone.ask('answer:give', message);
      expect(ack).toMatchObject({ ok: false, error: { name: 'bad-message' } });
    }
    for (const answer of [null, 7, 'yes', [0], { choices: 'all' }, { __proto__: null }]) {
      expect(await phone.answer('tea', answer)).toMatchObject({
        error: { name: 'unfitting-answer' },
      });
    }
    for (const position of [
      { h: -1, v: 0, f: 0 },
      { h: 0.5, v: 0, f: 0 },
      { h: '1', v: 0, f: 0 },
    ]) {
      expect(await console.ask('slide:show', position)).toMatchObject({
        error: { name: 'bad-message' },
      });
    }
    for (const message of [null, [], { of: 'everybody' }]) {
      expect(await phone.ask('take-home:get', message)).toMatchObject({
        error: { name: 'bad-message' },
      });
    }
    const state = await server.app.registry.find((await open()).code);
    expect(state.ok && state.value?.state.activities.get('tea')?.answers.size).toBe(0);
  });

  it('[A7] that is too long is answered in words', async () => {
    const { phone } = await open();
    const ack = await phone.answer('tea', { choices: [], other: 'x'.repeat(9_000) });
    expect(ack).toMatchObject({ ok: false, error: { name: 'too-large' } });
  });

  it('[A7] that is far too large ends its own connection, and no other', async () => {
    const { code, phone, console } = await open();
    const other = await Client.attendee(server.url, code);
    const closed = new Promise((resolve) => phone.socket.on('disconnect', resolve));
    phone.socket.emit('answer:give', { answer: 'x'.repeat(200_000) });
    await closed;
    expect(await other.answer('tea', yes)).toMatchObject({ ok: true });
    expect(await console.show(2)).toEqual({ ok: true });
  });

  it('[A1] [V8] of a presenter is refused from an attendee, and an answer from a presenter', async () => {
    const { phone, console } = await open();
    const denied = { ok: false, error: { name: 'not-allowed' } };
    expect(await phone.show(2)).toMatchObject(denied);
    expect(await phone.ask('activity:close', { activity: 'tea' })).toMatchObject(denied);
    expect(await phone.ask('session:end', {})).toMatchObject(denied);
    expect(await console.answer('tea', yes)).toMatchObject(denied);
  });

  it('[A7] that is one of hundreds in a second is refused, and the other attendees are served', async () => {
    const { code, phone } = await open();
    const other = await Client.attendee(server.url, code);
    const flood = await Promise.all(
      Array.from({ length: 200 }, (_, n) => phone.answer('tea', yes, `flood-${n}-id`)),
    );
    expect(flood.some((ack) => !ack.ok && ack.error.name === 'slow-down')).toBe(true);
    expect(await other.answer('tea', yes)).toMatchObject({ ok: true });
  });
});

describe('text from the audience', () => {
  it('[P7] is kept as it was written and shown to the presenter only', async () => {
    const { code, console, phone } = await open();
    const stage = await Client.stage(server.url, code);
    await console.ask('activity:open', { activity: 'biscuit' });
    await console.ask('activity:reveal', { activity: 'biscuit' });
    const script = '<img src=x onerror=alert(1)>';
    await phone.answer('biscuit', { choices: [], other: script });
    const seen = await console.until<ConsoleActivityView>(
      'activity:changed',
      ({ ownTally }) => JSON.stringify(ownTally)?.includes('onerror') ?? false,
    );
    expect(JSON.stringify(seen.tally)).not.toContain('onerror');
    expect(seen.ownTally).toMatchObject({ texts: [{ text: script, count: 1 }] });
    await stage.until<StageActivityView>('activity:changed', ({ answered }) => answered === 1);
    expect(stage.heard()).not.toContain('onerror');
    const results = await server.api('GET', `/sessions/${code}/results.json`);
    expect(await results.text()).toContain(script);
  });
});
