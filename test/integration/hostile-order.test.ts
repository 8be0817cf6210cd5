import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BarePolling } from './bare-polling.ts';
import { Client } from './client.ts';
import { frame, joining, opcode, RawLine } from './raw-websocket.ts';
import { KEY, RunningServer } from './running-server.ts';
import { readFacts } from '../../server/storage/read-facts.ts';

const LEAVE = '41';
const yes = { choices: [0], other: null };
const answer = (id: string): string =>
  `["answer:give",${JSON.stringify({ activity: 'tea', answer: yes, id })}]`;

let server: RunningServer;
let code: string;
let witness: Client;
beforeAll(async () => {
  server = await RunningServer.start();
  code = await server.session();
  await (await Client.console(server.url, code)).show(1);
  witness = await Client.attendee(server.url, code);
});
// In whatever order packets came: nobody else notices, and no fault is counted.
afterEach(async () => {
  const ack = await witness.answer('tea', yes);
  if (!ack.ok) throw new Error(`One who is in was told ${ack.error.message}`);
  if (server.faults.length > 0) throw new Error('The server has faults', { cause: server.faults });
});
afterAll(() => server.stop());

function times(line: RawLine, text: string): number {
  return line.heard.split(text).length - 1;
}

/** The same packets in one write, and each in a write of its own once the one before was sent. */
const waysToSay = [
  ['in one write', async (line: RawLine, ...packets: string[]) => line.say(join(packets))],
  [
    'one by one',
    async (line: RawLine, ...packets: string[]) => {
      for (const packet of packets) await line.sayMore(frame(packet));
    },
  ],
] as const;

function join(packets: readonly string[]): Buffer {
  return Buffer.concat(packets.map((packet) => frame(packet)));
}

describe.each(waysToSay)('[A7] a connection that says, %s,', (_, say) => {
  it('that it leaves and joins is in the session again, as who it was', async () => {
    const line = await RawLine.attendee(server.url, code);
    const [, token = ''] = /"token":"([^"]+)"/.exec(line.heard) ?? [];
    const again = JSON.stringify({ v: 2, code, role: 'attendee', token });
    await say(line, LEAVE, `40${again}`);
    await expect.poll(() => times(line, 'answers:mine')).toBe(2);
    expect(times(line, 'attendee:token')).toBe(1);
    line.say(frame(`427${answer('after-coming-back')}`));
    await line.until('437[{"ok":true');
    line.end();
  });

  it('that it leaves twice and joins is in the session again', async () => {
    const line = await RawLine.attendee(server.url, code);
    await say(line, LEAVE);
    await say(line, joining(code));
    await expect.poll(() => times(line, 'answers:mine')).toBe(2);
    await say(line, LEAVE, joining(code), '3');
    await expect.poll(() => times(line, 'answers:mine')).toBe(3);
    line.end();
  });

  it('that it leaves and joins a session that does not exist is refused in words', async () => {
    const line = await RawLine.attendee(server.url, code);
    await say(line, LEAVE, joining('000001'));
    await line.until('44{"message":"There is no session with the code 000001."');
    line.end();
  });

  it('that it leaves, and then a message, is closed, and nothing is recorded', async () => {
    const before = await readFacts(server.log, code);
    const line = await RawLine.attendee(server.url, code);
    await say(line, LEAVE, `427${answer('after-leaving')}`);
    await line.closed();
    expect(line.heard).not.toContain('"ok":true');
    expect(await readFacts(server.log, code)).toEqual(before);
  });

  it('an answer and that it leaves has the answer recorded once', async () => {
    const line = await RawLine.attendee(server.url, code);
    const [, token = ''] = /"token":"([^"]+)"/.exec(line.heard) ?? [];
    await say(line, `427${answer('before-leaving')}`, LEAVE);
    line.end();
    const back = await Client.attendee(server.url, code, { token });
    expect(await back.answer('tea', yes, 'before-leaving')).toMatchObject({ ok: true });
    back.close();
  });

  it.each([
    ['joins again without leaving', [joining('000000')]],
    ['leaves, joins and answers before it is in', [LEAVE, '40{}', `421${answer('too-soon')}`, '9']],
    ['acknowledges what nobody asked', ['430[]']],
    ['acknowledges in binary what nobody asked', ['461-0[]']],
    ['refuses itself', ['44{"message":"no"}']],
    ['leaves a namespace in which it is not', ['41/admin,']],
    ['sends a message to a namespace in which it is not', ['42/admin,["x"]']],
    ['acknowledges in a namespace in which it is not', ['43/admin,1[]']],
    ['sends its own ping', ['2']],
    ['probes a transport that it is on', ['2probe']],
    ['has an empty message', ['4']],
    ['leaves with words', ['41{"why":"bored"}']],
  ])('and %s is closed', async (__, packets) => {
    const line = await RawLine.attendee(server.url, code);
    await say(line, ...packets);
    await line.closed();
  });

  it.each([
    ['an opening', ['0{"sid":"x"}']],
    ['an end of long polling', ['1']],
    ['pongs that nobody waits for', ['3', '3probe', '3']],
    ['an upgrade', ['5']],
    ['nothing, as a proxy does', ['6', '6']],
    ['a join of a namespace that does not exist', ['40/admin,{}', '40/__proto__,', '40//,']],
  ])('%s of its own stays in the session', async (__, packets) => {
    const line = await RawLine.attendee(server.url, code);
    await say(line, ...packets, `427${answer('still-there')}`);
    await line.until('437[{"ok":true');
    line.end();
  });
});

it('[A7] a connection that leaves and joins without end is closed', async () => {
  const line = await RawLine.attendee(server.url, code);
  for (let round = 0; round < 100; round += 1) line.say(join([LEAVE, joining(code)]));
  await line.closed();
});

it('[A7] [R5] a connection by long polling that leaves and joins is in the session again', async () => {
  const polling = await BarePolling.open(server.url);
  await polling.say([joining(code)]);
  await polling.hearUntil('answers:mine');
  await polling.say([LEAVE, joining(code)]);
  await polling.hearUntil('answers:mine');
  await polling.say([LEAVE]);
  await polling.say([joining(code)]);
  await polling.hearUntil('answers:mine');
});

it('[A1] a console that leaves shows its key again, or is refused', async () => {
  const line = await RawLine.webSocket(server.url);
  const role = { v: 2, code, role: 'console' };
  line.say(frame(`40${JSON.stringify({ ...role, key: KEY })}`));
  await line.until('console:welcome');
  line.say(join([LEAVE, `40${JSON.stringify(role)}`]));
  await line.until('"name":"key-needed"');
  line.end();
});

it('[A7] [A9] binary data beside text ends one connection, and no other', async () => {
  const line = await RawLine.attendee(server.url, code);
  line.say(Buffer.concat([frame('6'), frame(Buffer.from([4]), { code: opcode.binary })]));
  await line.closed();
});
