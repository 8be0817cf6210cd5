import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RunningServer } from './running-server.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());

const PAGES = [
  '/',
  '/j/123456',
  '/present',
  '/present/decks/small',
  '/s/1/stage',
  '/s/1/console',
  '/s/1/remote',
  '/s/1/results',
];

function get(path: string, codings = 'gzip, deflate, br, zstd'): Promise<Response> {
  return fetch(server.url + path, { headers: { 'Accept-Encoding': codings } });
}

/** Scripts and styles that a page names. */
async function filesOf(path: string): Promise<string[]> {
  const html = await (await get(path)).text();
  return [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, file = '']) => file);
}

describe('[S24] a page', () => {
  it.each(PAGES)(
    '%s is revalidated on each visit, in as few bytes as the browser accepts',
    async (path) => {
      // Browsers take brotli over HTTPS only.
      for (const [codings, coding] of [
        ['gzip, deflate, br, zstd', 'br'],
        ['gzip, deflate', 'gzip'],
        ['identity', null],
      ] as const) {
        const { headers, text } = await whole(path, codings);
        expect(headers.get('Content-Encoding')).toBe(coding);
        expect(headers.get('Vary')).toBe('Accept-Encoding');
        expect(headers.get('Cache-Control')).toBe('no-cache');
        expect(headers.get('Content-Type')).toBe('text/html; charset=UTF-8');
        expect(text).toMatch(/^<!doctype html>[^]*<\/html>\s*$/);
      }
    },
  );

  it.each(PAGES)('%s names files that are cached for ever, and are compressed', async (path) => {
    const files = await filesOf(path);
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) {
      const plain = await whole(file, 'identity');
      expect(plain.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
      for (const coding of ['br', 'gzip']) {
        const { headers, text } = await whole(file, coding);
        expect(headers.get('Content-Encoding')).toBe(coding);
        expect(headers.get('Vary')).toBe('Accept-Encoding');
        expect(text).toBe(plain.text);
      }
    }
  });

  it('of a phone shares no file with the others, and has three: the page, its styles, and a line of the bundler', async () => {
    const phone = await filesOf('/j/123456');
    expect(phone.map((file) => file.split('.').at(-1))).toEqual(['js', 'js', 'css']);
    for (const path of PAGES.slice(2)) {
      for (const file of await filesOf(path)) expect(phone).not.toContain(file);
    }
  });
});

async function whole(path: string, codings: string): Promise<{ headers: Headers; text: string }> {
  const response = await get(path, codings);
  return { headers: response.headers, text: await response.text() };
}
