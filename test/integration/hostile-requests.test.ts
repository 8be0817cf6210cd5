import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from './client.ts';
import { RawLine } from './raw-websocket.ts';
import { KEY, RunningServer } from './running-server.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());

describe('the HTTP interface', () => {
  it('[A8] [A7] takes no input from names that every object has', async () => {
    for (const body of [
      '{"deck":"small","__proto__":{"polluted":1}}',
      '{"__proto__":{"deck":"small"}}',
      '{"constructor":{"prototype":{"polluted":1}},"deck":"small"}',
      `${'['.repeat(4_000)}${']'.repeat(4_000)}`,
    ]) {
      const response = await fetch(`${server.url}/api/v1/sessions`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' },
        body,
      });
      expect(response.status).toBe(400);
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('[A5] builds its addresses from its configuration, and not from the request', async () => {
    const line = await RawLine.open(server.url);
    const code = await server.session();
    line.say(
      [
        `GET /api/v1/sessions/${code} HTTP/1.1`,
        'Host: evil.example',
        'X-Forwarded-Host: evil.example',
        'X-Forwarded-Proto: gopher',
        `Authorization: Bearer ${KEY}`,
        'Connection: close\r\n\r\n',
      ].join('\r\n'),
    );
    await line.closed();
    expect(line.heard).toContain(`"joinUrl":"${server.url}/j/${code}"`);
    expect(line.heard).not.toContain('evil');
  });

  it('[A7] refuses nonsense, and keeps running', async () => {
    const requests = [
      'GET / HTTP/1.1\r\n\r\n',
      'GET / HTTP/9.9\r\nHost: x\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: [::\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: a b/../\r\n\r\n',
      'GET http://evil.example/socket.io/?EIO=4 HTTP/1.1\r\nHost: x\r\n\r\n',
      'GET //evil.example/%2e%2e/x HTTP/1.1\r\nHost: x\r\n\r\n',
      'GET /socket.io/?EIO=4&transport=polling&sid[]=1&__proto__[x]=1 HTTP/1.1\r\nHost: x\r\n\r\n',
      'GET /%E0%A4%A HTTP/1.1\r\nHost: x\r\n\r\n',
      'GET /slides/small/%E0%A4%A.svg HTTP/1.1\r\nHost: x\r\n\r\n',
      `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
      `GET / HTTP/1.1\r\nHost: x\r\n${'X-A: b\r\n'.repeat(3_000)}\r\n`,
      `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'a=b;'.repeat(5_000)}\r\n\r\n`,
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      'POST /api/v1/sign-in HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n',
      'GET / HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n',
      'CONNECT evil.example:80 HTTP/1.1\r\nHost: x\r\n\r\n',
      'TRACE / HTTP/1.1\r\nHost: x\r\n\r\n',
      'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n',
      '\u0000\u0001\u0002\u0003',
      '\x16\x03\x01\x02\x00\x01\x00\x01\xfc',
    ];
    const lines = await Promise.all(
      requests.map(async (request) => {
        const line = await RawLine.open(server.url);
        line.say(Buffer.from(request, 'latin1'));
        return line;
      }),
    );
    const phone = await Client.attendee(server.url, await server.session());
    expect(await phone.ask('take-home:get', {})).toMatchObject({ ok: true });
    for (const line of lines) line.end();
    await Promise.all(lines.map((line) => line.closed()));
    expect((await server.api('GET', '/sessions')).status).toBe(200);
    expect(server.faults).toEqual([]);
  });
});

describe('a connection that sends many requests', () => {
  const paths = ['/healthz', '/socket.io/?EIO=4&transport=polling'];
  const get = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;
  const answersOn = (line: RawLine): number => line.heard.split('HTTP/1.1 200').length - 1;

  it.each(paths)('[A7] is ended where it waits for no answer: %s', async (path) => {
    const line = await RawLine.open(server.url);
    const many = Buffer.from(get(path).repeat(1_000));
    while (await line.sayMore(many));
    await line.closed();
    expect(answersOn(line)).toBeLessThan(5);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect(server.faults).toEqual([]);
  });

  it.each(paths)('[A7] is answered where it waits for each answer: %s', async (path) => {
    const line = await RawLine.open(server.url);
    for (let answers = 1; answers <= 20; answers += 1) {
      line.say(get(path));
      await expect.poll(() => answersOn(line)).toBe(answers);
    }
    line.end();
  });
});

describe('the files of a deck', () => {
  it.each([
    '/slides/small/deck%2emd',
    '/slides/small/deck.md/.svg',
    '/slides/small/deck.md%2f.svg',
    '/slides/small/./deck.md',
    '/slides/small/%2e/deck.md',
    '/slides/small//deck.md',
    '/slides/small/..%5c..%5cplenary.db',
    '/slides/small/%252e%252e/plenary.db',
    '/slides/small/%c0%ae%c0%ae/plenary.db',
    '/slides/..%2f..%2fpresenter.key',
    '/slides/%2e%2e/plenary.db%23.svg',
    '/slides/small/../small/deck.md%3f.svg',
    '/slides/small/.svg/../deck.md',
    '/slides/small/deck.md::$DATA.svg',
    '/slides/small/CON.svg',
    `/slides/small/${'a'.repeat(5_000)}.svg`,
    '/assets/../../../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
  ])('[A2] cannot be reached outside their folder by %s', async (path) => {
    const line = await RawLine.open(server.url);
    line.say(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    await line.closed();
    expect(line.heard).toMatch(/^HTTP\/1\.1 [45]\d\d/);
    expect(line.heard).not.toMatch(/secret note|SQLite format|"name": "plenary"/);
    expect(server.faults).toEqual([]);
  });

  it.each(['5-2', '-0', '-99999', 'a-b', '0-999999999999', '999-', '0-0,1-1', '', '-'])(
    '[A7] are served or refused where the range %s of them is asked for',
    async (range) => {
      const headers = { Range: `bytes=${range}` };
      const response = await fetch(`${server.url}/slides/small/dot.svg`, { headers });
      expect([200, 206, 416]).toContain(response.status);
      await response.text();
      expect(server.faults).toEqual([]);
    },
  );
});
