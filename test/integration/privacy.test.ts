import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { io } from 'socket.io-client';
import type { AnswerAck } from '../../src/protocol/messages.ts';
import { Client } from './client.ts';
import { RunningServer } from './running-server.ts';

const ADDRESS = '203.0.113.77';
const AGENT = 'A-phone-like-no-other';
const ID = 'an-answer-of-somebody';
/** Headers that a phone sends, and those that a proxy on this machine adds. */
const telling = { 'X-Forwarded-For': ADDRESS, 'User-Agent': AGENT };

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());

/** All that the server has written to its folder. */
async function written(): Promise<string> {
  const entries = await readdir(server.folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'latin1'));
  return (await Promise.all(texts)).join('\n');
}

describe('the server', () => {
  it('[A15] keeps of an attendee only their answers, and nothing about their place or device', async () => {
    const code = await server.session();
    await (await Client.console(server.url, code)).show(1);
    const socket = io(server.url, {
      auth: { v: 2, code, role: 'attendee' },
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: telling,
    });
    const message = { activity: 'tea', answer: { choices: [0], other: null }, id: ID };
    const ack = (await socket.emitWithAck('answer:give', message)) as AnswerAck;
    expect(ack).toMatchObject({ ok: true });
    socket.disconnect();
    const kept = await written();
    expect(kept).toContain(ID);
    for (const told of [ADDRESS, AGENT]) expect(kept).not.toContain(told);
  });

  it.each(['/', '/j/123456', '/slides/small/dot.svg', '/socket.io/?EIO=4&transport=polling'])(
    '[A15] sets no cookie on a phone: %s',
    async (path) => {
      const response = await fetch(`${server.url}${path}`, { headers: telling });
      expect(response.status).toBe(200);
      expect(response.headers.getSetCookie()).toEqual([]);
    },
  );
});
