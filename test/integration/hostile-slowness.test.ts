import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BarePolling } from './bare-polling.ts';
import { Client } from './client.ts';
import { frame, joining, RawLine, upgrade } from './raw-websocket.ts';
import { RunningServer } from './running-server.ts';

const LINES = 100;
const yes = { choices: [0], other: null };
const impatient = { headers: 300, request: 600, handshake: 1_500, checkInterval: 50 };

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start(Date.now, impatient);
});
afterAll(() => server.stop());

/** A hundred connections that send the same, and after that a byte now and then. */
async function dripping(said: string, drop: string): Promise<RawLine[]> {
  const opening = Array.from({ length: LINES }, () => RawLine.open(server.url));
  const lines = await Promise.all(opening);
  for (const line of lines) line.say(said);
  const dripper = setInterval(() => {
    for (const line of lines) line.say(drop);
  }, 40);
  void Promise.all(lines.map((line) => line.closed())).then(() => clearInterval(dripper));
  return lines;
}

/** Resolves once the server has ended all of them, while it went on for everybody else. */
async function allEnded(lines: readonly RawLine[]): Promise<void> {
  const code = await server.session();
  await (await Client.console(server.url, code)).show(1);
  const open = new Set(lines);
  for (const line of lines) void line.closed().then(() => open.delete(line));
  const phone = await Client.attendee(server.url, code);
  while (open.size > 0) {
    expect(await phone.answer('tea', yes)).toMatchObject({ ok: true });
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    await new Promise((tick) => setTimeout(tick, 50));
  }
  expect(server.faults).toEqual([]);
}

describe('a hundred connections that never finish', () => {
  it('[A7] are closed and affect nobody where they send nothing at all', async () => {
    const opening = Array.from({ length: LINES }, () => RawLine.open(server.url));
    await allEnded(await Promise.all(opening));
  });

  it('[A7] are closed and affect nobody where they send their headers slowly', async () => {
    await allEnded(await dripping('GET / HTTP/1.1\r\nHost: x\r\n', 'X-Drop: 1\r\n'));
  });

  it('[A7] are closed and affect nobody where they send the WebSocket handshake slowly', async () => {
    await allEnded(await dripping(upgrade(server.url).slice(0, -2), 'X-Drop: 1\r\n'));
  });

  it('[A7] are closed and affect nobody where they send a body slowly', async () => {
    const head = 'POST /api/v1/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
    await allEnded(await dripping(`${head}Content-Length: 9000\r\n\r\n{"key":"`, 'x'));
    const { address } = await BarePolling.open(server.url);
    const { pathname, search } = new URL(address);
    const say = `POST ${pathname}${search} HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\n`;
    await allEnded(await dripping(say, '4'));
  });

  it('[A7] are closed and affect nobody where they never join', async () => {
    const opening = Array.from({ length: LINES }, () => RawLine.webSocket(server.url));
    const lines = await Promise.all(opening);
    const pollings = await Promise.all(
      Array.from({ length: LINES }, () => BarePolling.open(server.url)),
    );
    await allEnded(lines);
    for (const polling of pollings) {
      await expect.poll(() => polling.post('3')).toBe(400);
    }
  });
});

it('[R4] An attendee who has joined may be silent for as long as they like', async () => {
  const code = await server.session();
  const quiet = await RawLine.webSocket(server.url);
  quiet.say(frame(joining(code)));
  await quiet.until('answers:mine');
  const strangers = await Promise.all(
    Array.from({ length: LINES }, () => RawLine.webSocket(server.url)),
  );
  await allEnded(strangers);
  quiet.say(frame('421["take-home:get",{}]'));
  await quiet.until('431[{"ok":true');
  quiet.end();
});
