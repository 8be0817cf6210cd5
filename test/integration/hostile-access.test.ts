import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { io } from 'socket.io-client';

import { Client } from './client.ts';
import { frame, RawLine } from './raw-websocket.ts';
import { KEY, RunningServer } from './running-server.ts';
import type { WireError } from '../../src/protocol/wire-error.ts';
import { readFacts } from '../../server/storage/read-facts.ts';

const yes = { choices: [0], other: null };
const no = { choices: [1], other: null };

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());

async function open() {
  const code = await server.session();
  const presenter = await Client.console(server.url, code);
  await presenter.show(1);
  return { code, presenter, phone: await Client.attendee(server.url, code) };
}

async function facts(code: string): Promise<number> {
  const read = await readFacts(server.log, code);
  return read.ok ? read.value.length : -1;
}

/** The refusal of a connection with this `auth`, or its identity. */
function enter(auth: Record<string, unknown>): Promise<string> {
  const socket = io(server.url, {
    ...{ auth, transports: ['websocket'], forceNew: true, reconnection: false },
  });
  return new Promise((resolve) => {
    socket.on('connect_error', (error: Error & { data?: WireError }) => {
      socket.disconnect();
      resolve(error.data?.name ?? error.message);
    });
    socket.onAny((event: string) => {
      socket.disconnect();
      resolve(event);
    });
  });
}

/** Every command of the protocol, as a console sends it. */
const commands: readonly (readonly [string, unknown])[] = [
  ['slide:show', { h: 2, v: 0, f: -1 }],
  ['join:show', { shown: true }],
  ['activity:open', { activity: 'biscuit' }],
  ['activity:close', { activity: 'tea' }],
  ['activity:reveal', { activity: 'biscuit' }],
  ['activity:hide', { activity: 'tea' }],
  ['activity:reveal-answer', { activity: 'tea' }],
  ['activity:hide-answer', { activity: 'tea' }],
  ['activity:reset', { activity: 'tea' }],
  ['activity:control', { activity: 'tea', control: { approve: 'a' } }],
  ['player:approve', { player: 1, name: 'Ann' }],
  ['player:put-away', { player: 1, name: 'Ann' }],
  ['self-paced:set', { on: true }],
  ['follow:set', { on: false }],
  ['stage-mode:set', { mode: 'dark' }],
  ['remote:link', {}],
  ['remotes:disconnect', {}],
  ['session:end', {}],
  ['session:reopen', {}],
  ['closing:show', {}],
];

describe('a client without the key', () => {
  it('[A1] has no command of a console executed, from a phone or from a stage', async () => {
    const { code, phone } = await open();
    const stage = await Client.stage(server.url, code);
    const before = await facts(code);
    for (const [event, message] of commands) {
      for (const client of [phone, stage]) {
        const ack = await client.ask(event, message);
        expect([event, ack]).toMatchObject([event, { ok: false, error: { name: 'not-allowed' } }]);
      }
    }
    expect(await facts(code)).toBe(before);
  });

  it('[A1] does not become a presenter by claiming to be one', async () => {
    const { code } = await open();
    const claims = {
      isPresenter: true,
      attendee: 'me',
      data: { isPresenter: true },
      mayControl: true,
    };
    const phone = { v: 2, code, role: 'console', ...claims };
    expect(await enter(phone)).toBe('key-needed');
    expect(await enter({ ...phone, key: '' })).toBe('wrong-key');
    for (const key of [null, 7, [KEY], { length: 1 }, true, 'x'.repeat(300)]) {
      expect(await enter({ ...phone, key })).toBe('bad-handshake');
    }
    for (const role of [
      'presenter',
      'CONSOLE',
      '__proto__',
      null,
      ['console'],
      'console/attendee',
    ]) {
      expect(await enter({ ...phone, role })).toBe('bad-handshake');
    }
    for (const wrong of [[code], { code }, Number(code), '1'.repeat(40), null]) {
      expect(await enter({ ...phone, code: wrong })).toBe('bad-handshake');
    }
  });

  it.each(['NaN', 'Infinity', '99999999999999', '', '__proto__'])(
    '[A1] gets nothing with a cookie that is valid until "%s"',
    async (until) => {
      const empty = createHmac('sha256', '').update(`signed in until ${until}`).digest('base64url');
      for (const cookie of [until, `${until}.`, `${until}.${empty}`, `${until}..`, `.${until}`]) {
        const headers = { Cookie: `plenary_presenter=${cookie}` };
        expect((await fetch(`${server.url}/api/v1/sessions`, { headers })).status).toBe(401);
      }
    },
  );

  it('[A1] gets nothing with names that every object has', async () => {
    for (const name of ['__proto__', 'constructor', 'toString', '..', '%2e%2e', '%00']) {
      expect((await server.api('GET', `/sessions/${name}/results.json`)).status).toBe(404);
      expect(await enter({ v: 2, code: name, role: 'attendee' })).toMatch(/unknown-code|slow-down/);
    }
  });
});

describe('an identity', () => {
  it('[A4] [V8] cannot be made up', async () => {
    const { code, phone } = await open();
    await phone.answer('tea', yes);
    const token = await phone.token();
    const [attendee = '', signature = ''] = token.split('.');
    const byEmptySecret = createHmac('sha256', '').update(attendee).digest('base64url');
    for (const forged of [
      ...[
        `${attendee}.${byEmptySecret}`,
        `${attendee}.${signature}x`,
        `${attendee}.${signature.slice(1)}`,
      ],
      ...[`${attendee}x.${signature}`, `.${signature}`, `${attendee}.${signature}.${signature}`],
      ...[
        `${attendee.toUpperCase()}.${signature}`,
        `__proto__.${signature}`,
        `${attendee}.ü`,
        '.',
        '',
      ],
    ]) {
      const forger = await Client.attendee(server.url, code, { token: forged });
      expect(await forger.until('answers:mine')).toEqual({});
      expect((await forger.token()).startsWith(attendee)).toBe(false);
      expect(await forger.answer('tea', no)).toMatchObject({ ok: true });
      forger.close();
    }
    expect(await answerOf(code, attendee)).toBe('Yes');
  });

  it('[V8] answers for itself alone, whatever the message says', async () => {
    const { code, phone } = await open();
    await phone.answer('tea', yes);
    const [attendee = ''] = (await phone.token()).split('.');
    const other = await Client.attendee(server.url, code);
    const message = { activity: 'tea', answer: no, id: 'for-another' };
    for (const more of [
      { attendee },
      { token: await phone.token() },
      { type: 'answer:give', attendee },
    ]) {
      expect(await other.ask('answer:give', { ...message, ...more })).toMatchObject({
        error: { name: 'bad-message' },
      });
    }
    // The id of another's answer is an id like any other.
    await phone.answer('tea', yes, 'whose-is-this');
    expect(await other.answer('tea', no, 'whose-is-this')).toMatchObject({ ok: true });
    expect(await answerOf(code, attendee)).toBe('Yes');
  });
});

/** The choice of one attendee in the export. */
async function answerOf(code: string, attendee: string): Promise<string | undefined> {
  const results = await server.api('GET', `/sessions/${code}/results.json`);
  const { rows } = (await results.json()) as { rows: { attendee: string; choice: string }[] };
  return rows.find((row) => row.attendee === attendee)?.choice;
}

describe('an answer', () => {
  it('[V5] to a question that is closed, not open yet, unknown or of another round is refused', async () => {
    const { code, presenter, phone } = await open();
    const before = async (): Promise<number> => facts(code);
    const refusedAs = async (activity: string, more = {}): Promise<unknown> => {
      const message = { activity, answer: yes, id: `refused-${activity.length}-answer`, ...more };
      const ack = await phone.ask('answer:give', message);
      return ack.ok ? 'recorded' : ack.error.name;
    };
    const known = await before();
    expect(await refusedAs('biscuit')).toBe('not-open');
    for (const name of ['missing', '__proto__', 'constructor', 'toString', '../tea', 'TEA']) {
      expect(await refusedAs(name)).toBe('unknown-activity');
    }
    expect(await refusedAs('tea', { hash: 'another' })).toBe('reworded');
    expect(await refusedAs('tea', { round: 2 })).toBe('reset');
    for (const round of [0, -1, 0.5, '1', null]) {
      expect(await refusedAs('tea', { round })).toBe('bad-message');
    }
    expect(await facts(code)).toBe(known);
    await presenter.ask('activity:close', { activity: 'tea' });
    expect(await refusedAs('tea')).toBe('not-open');
    await presenter.ask('session:end', {});
    expect(await refusedAs('tea')).toBe('session-ended');
  });

  it('[V6] [A8] with names that every object has is refused, or is recorded without them', async () => {
    const { code, phone } = await open();
    const line = await RawLine.attendee(server.url, code);
    const answers = [
      '{"__proto__":{"choices":[0],"other":null}}',
      '{"choices":{"__proto__":[0],"length":1},"other":null}',
      '{"choices":["__proto__"],"other":null}',
      '{"choices":[0],"other":null,"__proto__":{"polluted":1},"constructor":{"prototype":{}}}',
    ];
    for (const [at, answer] of answers.entries()) {
      const message = `{"activity":"tea","id":"polluting-${at}","answer":${answer}}`;
      line.say(frame(`42${at}["answer:give",${message}]`));
      await line.until(`43${at}[`);
    }
    expect(line.heard.match(/43\d\[\{"ok":false/g)).toHaveLength(3);
    line.end();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(JSON.stringify(await readFacts(server.log, code))).not.toContain('polluted');
    expect(await phone.answer('tea', yes)).toMatchObject({ ok: true });
  });

  it('[V6] [X1] in broken characters is recorded and exported as far as possible', async () => {
    const { code, presenter, phone } = await open();
    await presenter.ask('activity:open', { activity: 'biscuit' });
    for (const other of ['\u0000\u0007', '\u202E\u200B', '   ']) {
      expect(await phone.answer('biscuit', { choices: [], other })).toMatchObject({ ok: false });
    }
    const other = 'a\uD800b\u0000c\uFFFF\u2028d';
    expect(await phone.answer('biscuit', { choices: [], other })).toMatchObject({ ok: true });
    for (const kind of ['json', 'csv']) {
      const results = await server.api('GET', `/sessions/${code}/results.${kind}`);
      expect(results.status).toBe(200);
      expect(await results.text()).toMatch(/a.{1,6}b c/);
    }
    const again = await Client.attendee(server.url, code, { token: await phone.token() });
    expect(JSON.stringify(await again.until('answers:mine'))).toContain('c');
  });
});
