import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joining, RawLine, upgrade } from './raw-websocket.ts';
import { RunningServer } from './running-server.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());

const SECURITY = /^(content-security|cross-origin|origin-agent|permissions|referrer|x-)/;

async function securityHeaders(path: string, init: RequestInit = {}) {
  const { headers } = await fetch(`${server.url}${path}`, init);
  return Object.fromEntries([...headers].filter(([name]) => SECURITY.test(name)));
}

describe('every answer of the server', () => {
  it('[A8] carries a policy that allows no foreign source and no inline script', async () => {
    const pages = [
      '/',
      '/j/123456',
      '/present',
      '/present/decks/small',
      '/s/1/stage',
      '/s/1/console',
      '/s/1/remote',
      '/s/1/results',
    ];
    for (const path of [...pages, '/healthz', '/slides/small/dot.svg', '/nowhere']) {
      const policy = (await fetch(`${server.url}${path}`)).headers.get('Content-Security-Policy');
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
    }
  });

  it('[A8] lets only pages with slides frame the page that draws diagrams, whose styles are its own', async () => {
    const policyOf = async (path: string) =>
      (await fetch(`${server.url}${path}`)).headers.get('Content-Security-Policy') ?? '';
    const framing = await Promise.all(
      [
        ...['/', '/j/123456', '/present', '/s/1/results'],
        ...['/s/1/stage', '/s/1/console', '/s/1/replay', '/present/decks/small'],
      ].map(policyOf),
    );
    expect(framing.map((policy) => policy.includes("frame-src 'self'"))).toEqual([
      ...[false, false, false, false],
      ...[true, true, true, true],
    ]);
    const diagram = await policyOf('/diagram');
    expect(diagram).toContain("default-src 'none'");
    expect(diagram).toContain("script-src 'self';");
    expect(diagram).toContain("frame-ancestors 'self'");
    expect(diagram).not.toMatch(/unsafe-eval|https?:|\*/);
  });

  it('[A8] lets only pages with pictures of charts load images made there, and write to the clipboard', async () => {
    const addresses = [
      ...['/', '/j/123456', '/present', '/s/1/stage', '/s/1/console'],
      ...['/s/1/results', '/s/1/cross?rows=a&columns=b', '/present/compare?sessions=1,2'],
    ];
    const answers = await Promise.all(addresses.map((path) => securityHeaders(path)));
    const may = answers.map((headers) => [
      headers['content-security-policy']?.includes("img-src 'self' blob:;"),
      headers['permissions-policy']?.includes('clipboard-write=(self)'),
    ]);
    expect(may).toEqual(addresses.map((_, at) => [at > 4, at > 4]));
  });

  it('[A18] carries the same security headers, also where Socket.IO gives it', async () => {
    const page = await securityHeaders('/');
    expect(page).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
    const polling = '/socket.io/?EIO=4&transport=polling';
    const { sid } = JSON.parse(
      (await (await fetch(`${server.url}${polling}`)).text()).slice(1),
    ) as { sid: string };
    for (const path of [
      ...['/nowhere', '/healthz', '/api/v1/sessions', '/assets/missing.js', '/%E0%A4%A'],
      ...[polling, `${polling}&sid=unknown`, '/socket.io/?EIO=3'],
      ...['/socket.io/', '/socket.io/nowhere', `${polling}&j=0`],
    ]) {
      expect([path, await securityHeaders(path)]).toEqual([path, page]);
    }
    const [poll] = await Promise.all([
      securityHeaders(`${polling}&sid=${sid}`),
      // The poll waits until there is something to say.
      fetch(`${server.url}${polling}&sid=${sid}`, { method: 'POST', body: joining('000000') }),
    ]);
    expect(poll).toEqual(page);
    const posts = { method: 'POST', body: 'x'.repeat(100_000) };
    expect(await securityHeaders(polling, posts)).toEqual(page);
    for (const query of ['EIO=4&transport=websocket', 'EIO=4&transport=websocket&sid=unknown']) {
      const line = await RawLine.open(server.url);
      line.say(upgrade(server.url, query));
      await line.until('\r\n\r\n');
      const heard = line.heard.toLowerCase();
      for (const [name, value] of Object.entries(page)) {
        expect(heard).toContain(`${name}: ${value.toLowerCase()}`);
      }
      line.end();
    }
  });

  it('[A18] denies pages what they do not use of a device, and allows the full screen', async () => {
    const { 'permissions-policy': policy } = await securityHeaders('/s/1/stage');
    for (const denied of ['camera', 'microphone', 'geolocation', 'usb', 'display-capture']) {
      expect(policy).toContain(`${denied}=()`);
    }
    expect(policy).not.toMatch(/fullscreen|autoplay/);
  });
});
