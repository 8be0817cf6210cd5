import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from './client.ts';
import { BEFORE_HEARTBEAT, patient } from './patient-server.ts';
import { frame, joining, opcode, RawLine } from './raw-websocket.ts';
import { RunningServer } from './running-server.ts';

const LARGE = 30_000;

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start(Date.now, patient);
});
afterAll(() => server.stop());

/** Writes more and more, until nothing is taken for as long as the server answers three others. */
async function writeUntilUnread(line: RawLine, bytes: Buffer): Promise<void> {
  for (let isRead = true; isRead;) {
    const taken = line.sayMore(bytes);
    const others = (async () => {
      for (let n = 0; n < 3; n += 1) expect((await fetch(`${server.url}/healthz`)).ok).toBe(true);
      return null;
    })();
    isRead = (await Promise.race([taken, others])) !== null;
    await others;
  }
}

describe('a WebSocket', BEFORE_HEARTBEAT, () => {
  it.each([
    ['pings', opcode.ping],
    ['pongs', opcode.pong],
  ])('[A7] that sends %s without end is ended, though it has not joined', async (_, code) => {
    const line = await RawLine.webSocket(server.url);
    line.isRude = true;
    const flood = Buffer.concat(
      Array.from({ length: 100 }, () => frame('x'.repeat(125), { code })),
    );
    line.say(flood);
    await line.closed();
    expect(server.faults).toEqual([]);
  });

  it('[A7] that sends one message in hundreds of fragments is ended', async () => {
    const line = await RawLine.attendee(server.url, await server.session());
    const more = frame('x', { code: opcode.continuation, final: false });
    line.say(frame('4', { final: false }));
    line.say(Buffer.concat(Array.from({ length: 200 }, () => more)));
    await line.closed();
    expect(server.faults).toEqual([]);
  });

  it('[A7] may be pinged now and then, as by a proxy', async () => {
    const code = await server.session();
    const line = await RawLine.attendee(server.url, code);
    line.isRude = true;
    for (let ping = 0; ping < 10; ping += 1) line.say(frame('', { code: opcode.ping }));
    line.say(frame('421["nonsense",{}]'));
    await line.until('unknown-message');
    line.end();
  });

  it('[A7] that sends large messages without end is not read for a while, and nobody else waits', async () => {
    const code = await server.session();
    const presenter = await Client.console(server.url, code);
    await presenter.show(1);
    const phone = await Client.attendee(server.url, code);
    const counted = server.countPackets();
    const line = await RawLine.attendee(server.url, code);
    const large = frame(`42["nonsense",{"x":"${'x'.repeat(LARGE)}"}]`);
    await writeUntilUnread(line, Buffer.concat(Array.from({ length: 30 }, () => large)));
    for (const choice of [0, 1, 0]) {
      const answer = { choices: [choice], other: null };
      expect(await phone.answer('tea', answer)).toMatchObject({ ok: true });
    }
    expect(counted.packets).toBeLessThan(12);
    line.end();
  });

  it('[A7] whose first message is larger than any handshake is ended before it is read', async () => {
    const code = await server.session();
    const counted = server.countPackets();
    const line = await RawLine.webSocket(server.url);
    line.say(frame(`${joining(code).slice(0, -1)},"x":"${'x'.repeat(88_000)}"}`));
    await line.closed();
    expect(counted.packets).toBe(0);
  });
});
