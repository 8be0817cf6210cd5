import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BarePolling } from './bare-polling.ts';
import { Client } from './client.ts';
import { BEFORE_HEARTBEAT, patient } from './patient-server.ts';
import { frame, joining, opcode, RawLine, upgrade } from './raw-websocket.ts';
import { RunningServer } from './running-server.ts';
import { readFacts } from '../../server/storage/read-facts.ts';

const yes = { choices: [0], other: null };

let server: RunningServer;
let code: string;
let presenter: Client;
let witness: Client;
beforeAll(async () => {
  server = await RunningServer.start(Date.now, patient);
  code = await server.session();
  presenter = await Client.console(server.url, code);
  await presenter.show(1);
  witness = await Client.attendee(server.url, code);
});
// Whatever was done to the server: it goes on, for those who are in and for those who come.
afterEach(async () => {
  const ack = await witness.answer('tea', yes);
  if (!ack.ok) throw new Error(`One who is in was told ${ack.error.message}`);
  (await Client.attendee(server.url, code)).close();
  if (server.faults.length > 0) throw new Error('The server has faults', { cause: server.faults });
});
afterAll(() => server.stop());

/** Number of facts in the session's log. */
async function recorded(): Promise<number> {
  const facts = await readFacts(server.log, code);
  return facts.ok ? facts.value.length : -1;
}

const answer = { activity: 'tea', answer: yes, id: 'a-hostile-answer' };
const give = `["answer:give",${JSON.stringify(answer)}]`;

describe('a connection that sends', BEFORE_HEARTBEAT, () => {
  const garbage: readonly (readonly [string, Buffer])[] = [
    ['a frame without a mask', Buffer.from([0x81, 0x02, 0x34, 0x31])],
    ['a frame of no known kind', frame('4', { code: 3 })],
    ['a compressed frame, which nobody agreed on', frame('4', { code: opcode.text + 64 })],
    ['the middle of a message that never began', frame('4', { code: opcode.continuation })],
    ['a ping in two pieces', frame('4', { code: opcode.ping, final: false })],
    ['bytes that are no text', frame(Buffer.from([0x34, 0x32, 0xc3, 0x28, 0xff]))],
    ['the header of a frame of 2^53 bytes', frame('4', { declared: 2 ** 53 })],
    ['the header of a frame of a gigabyte', frame('4', { declared: 2 ** 30 })],
    ['a close frame with an invalid reason', frame(Buffer.from([0, 1]), { code: opcode.close })],
    ['arbitrary bytes', Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at * 89) % 256))],
    ['binary data without an announcement', frame(Buffer.from([1, 2]), { code: opcode.binary })],
    ['a packet of no known kind', frame('9')],
    ['an empty packet', frame('')],
    ['a message that is no JSON', frame('42["answer:give",{')],
    ['a message that is no list', frame('42{"0":"answer:give"}')],
    ['a message without a name', frame('42[{}]')],
    ['a reserved event', frame('42["disconnect",{}]')],
    ['a second join', frame(joining('000000'))],
    ['an error packet', frame('44{"message":"no"}')],
    ['more attachments than any message has', frame(`45999999-${give}`)],
    ['an invalid number of attachments', frame(`45-1-${give}`)],
  ];

  it.each(garbage)('[A7] %s is closed', async (_, bytes) => {
    const line = await RawLine.attendee(server.url, code);
    const before = await recorded();
    line.say(bytes);
    await line.closed();
    expect(await recorded()).toBe(before);
  });

  it('[A7] more messages after its goodbye is closed', async () => {
    const line = await RawLine.attendee(server.url, code);
    line.isRude = true;
    const talking = setInterval(() => line.say(frame('4')), 20);
    await line.closed();
    clearInterval(talking);
  });

  it('[A7] text where an attachment was announced is closed', async () => {
    const line = await RawLine.attendee(server.url, code);
    line.say(frame(`451-7["answer:give",{"_placeholder":true,"num":0}]`));
    line.say(frame(`428${give}`));
    await line.closed();
  });

  it('[A7] an attachment to an answer is closed, as no answer has one', async () => {
    const before = await recorded();
    for (const packet of [`451-${give}`, '451-7["answer:give",{"_placeholder":true,"num":99}]']) {
      const line = await RawLine.attendee(server.url, code);
      line.say(frame(packet));
      line.say(frame(Buffer.alloc(2_000), { code: opcode.binary }));
      await line.closed();
    }
    expect(await recorded()).toBe(before);
  });

  it('[A7] two messages with one number gets two answers', async () => {
    const line = await RawLine.attendee(server.url, code);
    const large = '42999999999999999["nonsense",{}]';
    for (const packet of ['427["nonsense",{}]', '427["take-home:get",{}]', large]) {
      line.say(frame(packet));
    }
    await line.until('437[{"ok":false');
    await line.until('437[{"ok":true');
    await line.until('43999999999999999[{"ok":false');
    line.end();
  });

  it('[A7] [V6] an answer nested without end is refused in words', async () => {
    const line = await RawLine.attendee(server.url, code);
    const before = await recorded();
    for (const depth of [20, 3_900, 15_000]) {
      const deep = '['.repeat(depth) + ']'.repeat(depth);
      line.say(
        frame(`42${depth}["answer:give",{"activity":"tea","id":"12345678","answer":${deep}}]`),
      );
      await line.until(`43${depth}[{"ok":false,"error":{"name":"bad-message"`);
    }
    line.end();
    expect(await recorded()).toBe(before);
  });

  it('[A7] thousands of unknown names does not get them echoed', async () => {
    const line = await RawLine.attendee(server.url, code);
    const names = Array.from({ length: 3_000 }, (_, at) => `"n${at}":1`);
    line.say(frame(`421["take-home:get",{${names.join()}}]`));
    await line.until('431[{"ok":false');
    expect(line.heard.slice(line.heard.indexOf('431[')).length).toBeLessThan(1_000);
    line.end();
  });
});

describe('a connection that has not joined', BEFORE_HEARTBEAT, () => {
  it('[A1] [A7] is closed when it sends an answer or a command, and neither has an effect', async () => {
    const before = await recorded();
    for (const packet of [`421${give}`, '421["slide:show",{"h":2,"v":0,"f":-1}]', '41', '43[]']) {
      const line = await RawLine.webSocket(server.url);
      line.say(frame(packet));
      await line.closed();
    }
    expect(await recorded()).toBe(before);
  });

  it('[A1] [A7] has an answer that it sends together with its join recorded whole or not at all', async () => {
    const before = await recorded();
    const line = await RawLine.webSocket(server.url);
    line.say(Buffer.concat([frame(joining(code)), frame(`421${give}`)]));
    await line.closed();
    expect(line.heard).not.toContain('"ok":true');
    expect(await recorded()).toBe(before);
  });

  it('[A7] gets nothing but a refusal from a namespace that does not exist', async () => {
    const line = await RawLine.webSocket(server.url);
    line.say(frame('40/admin,{"v":2}'));
    await line.until('44/admin,{"message":"Invalid namespace"}');
    line.say(frame('40/__proto__,'));
    await line.until('44/__proto__,');
    line.end();
  });

  it('[A7] is closed when it joins twice at once', async () => {
    const line = await RawLine.webSocket(server.url);
    line.say(Buffer.concat([frame(joining(code)), frame(joining(code))]));
    await line.closed();
    const polling = await BarePolling.open(server.url);
    await polling.say([joining(code), joining(code), joining(code)]);
    expect(await polling.isOver()).toBe(true);
  });
});

describe('a request that', () => {
  const status = async (query: string, init: RequestInit = {}): Promise<number> =>
    (await fetch(`${server.url}/socket.io/${query}`, init)).status;

  it('[A7] asks for an unknown version or transport is refused', async () => {
    for (const query of [
      ...['', '?EIO=3&transport=polling', '?EIO=99&transport=polling', '?transport=polling'],
      ...['?EIO=4', '?EIO=4&transport=webtransport', '?EIO=4&transport=__proto__'],
      ...['?EIO=4&transport=constructor', '?EIO=4&transport=polling&sid=__proto__'],
      ...['?EIO=4&transport=polling&sid=constructor', '?EIO=4&transport=websocket'],
    ]) {
      expect([query, await status(query)]).toEqual([query, 400]);
    }
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      expect(await status('?EIO=4&transport=polling', { method, body: '40' })).toBe(400);
    }
  });

  it('[A7] carries a packet that no client sends closes its own connection', async () => {
    for (const body of ['x', '\x1e\x1e\x1e', '4', '42["', '\u0000', 'b////']) {
      const polling = await BarePolling.open(server.url);
      await polling.say([joining(code)]);
      await polling.hearUntil('answers:mine');
      await polling.post(body);
      expect([body, await polling.isOver()]).toEqual([body, true]);
    }
  });

  it('[A7] is too large, or binary, is refused', async () => {
    const polling = await BarePolling.open(server.url);
    expect([413, 0]).toContain(await polling.post('4'.repeat(200_000)));
    const binary = await BarePolling.open(server.url);
    const headers = { 'Content-Type': 'application/octet-stream' };
    expect(await binary.post(new Uint8Array(10), headers)).toBe(400);
  });

  it('[A7] polls twice at once closes its own connection', async () => {
    const polling = await BarePolling.open(server.url);
    await Promise.all([polling.hear(), polling.hear()]);
    expect(await polling.isOver()).toBe(true);
  });

  it('[A7] carries hundreds of messages has no more of them handled than any other', async () => {
    const polling = await BarePolling.open(server.url);
    await polling.say([joining(code)]);
    await polling.hearUntil('answers:mine');
    const shows = Array.from({ length: 150 }, (_, at) => `42${at}["nonsense",{}]`);
    await polling.say(shows);
    const heard = await polling.hearUntil('43149[');
    expect(heard.split('unknown-message').length - 1).toBeLessThanOrEqual(45);
    expect(heard.split('slow-down').length - 1).toBeGreaterThanOrEqual(105);
  });

  it('[A7] carries messages without acknowledgement counts against the rate limit as well', async () => {
    const polling = await BarePolling.open(server.url);
    await polling.say([joining(code)]);
    await polling.hearUntil('answers:mine');
    // In one request: after a while, a message would be taken again.
    const unanswered = Array.from({ length: 150 }, () => '42["nonsense",{}]');
    await polling.say([...unanswered, '427["nonsense",{}]']);
    expect(await polling.hearUntil('437[')).toContain('slow-down');
  });
});

describe("another site's page", () => {
  const foreign = { Origin: 'https://elsewhere.example' };

  it('[A5] cannot continue a connection that was opened without it', async () => {
    const polling = await BarePolling.open(server.url);
    expect(await polling.say([joining(code)], foreign)).toBe(403);
    const [, query] = polling.address.split('?');
    const line = await RawLine.open(server.url);
    const request = upgrade(server.url, query?.replace('polling', 'websocket'));
    line.say(request.replace('\r\nUpgrade', '\r\nOrigin: https://elsewhere.example\r\nUpgrade'));
    await line.closed();
    expect(line.heard).toContain('HTTP/1.1 403 Forbidden');
    expect(line.heard).toContain('Content-Security-Policy');
    expect(await polling.say([joining(code)], { Origin: server.url })).toBe(200);
  });

  it('[A5] cannot read an answer as a script', async () => {
    for (const query of ['EIO=4&transport=polling&j=0', 'EIO=4&j=x&transport=polling']) {
      const answered = await fetch(`${server.url}/socket.io/?${query}`);
      expect(answered.status).toBe(403);
      expect(await answered.text()).not.toContain('sid');
    }
  });

  it.each(['null', 'https://', 'file://', 'http://127.0.0.1', 'http://localhost:1'])(
    '[A5] cannot connect as %s',
    async (origin) => {
      const address = `${server.url}/socket.io/?EIO=4&transport=polling`;
      expect((await fetch(address, { headers: { Origin: origin } })).status).toBe(403);
    },
  );
});
