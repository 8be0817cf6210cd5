import { mkdir, readdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BroughtDeck, refusalOf } from './bring-deck.ts';
import { Client } from './client.ts';
import { RawLine } from './raw-websocket.ts';
import { rawZip } from './raw-zip.ts';
import { KEY, RunningServer } from './running-server.ts';

const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const yes = { choices: [0], other: null };

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());

/** The names in the folder of decks. */
async function names(folder = server.folder): Promise<string[]> {
  return (await readdir(join(folder, 'slides'))).sort();
}

/** Bytes that begin as a picture does. */
function picture(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  bytes.set(PNG);
  return bytes;
}

describe('a folder that is brought', () => {
  it('[A7] cannot write outside, under whatever path', async () => {
    const brought = await BroughtDeck.begin(server);
    for (const path of [
      '../talk.md',
      'a/../../../talk.md',
      '/etc/talk.md',
      'a\\b.md',
      'a\u0000.md',
      'nul.md',
      '',
    ]) {
      const sent = await brought.send(`files/${encodeURIComponent(path)}`, '# A');
      expect(await refusalOf(sent)).toMatch(/^(?:bad-name|not-found)$/);
    }
    expect((await brought.put('A.md', '# A')).status).toBe(204);
    expect(await refusalOf(await brought.put('a.md', '# B'))).toBe('bad-name');
    expect(await refusalOf(await brought.put('A.markdown', '# B'))).toBe('bad-name');
  });

  it('[A7] is limited in the size of a file, whether it is announced or not', async () => {
    const brought = await BroughtDeck.begin(server);
    expect(await refusalOf(await brought.put('a.png', picture(21_000_000)))).toBe('too-large');
    expect(await refusalOf(await brought.send('files/a.png?from=0&of=21000000', PNG))).toBe(
      'too-large',
    );
    expect(await refusalOf(await brought.put('talk.md', 'x'.repeat(1_000_001)))).toBe('too-large');
    const named = await server.api('POST', '/imports', { name: 'x'.repeat(20_000) });
    expect(await refusalOf(named)).toBe('too-large');
    const line = await RawLine.open(server.url);
    const head = `PUT /api/v1/imports/${brought.id}/files/talk.md HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${KEY}`;
    line.say(`${head}\r\nTransfer-Encoding: chunked\r\n\r\n`);
    const chunk = Buffer.from(`186a0\r\n${'x'.repeat(100_000)}\r\n`);
    for (let count = 0; count < 11; count += 1) line.say(chunk);
    await line.until('too-large');
    line.end();
  });

  it('[A7] is limited in its size and in its number of files', async () => {
    const brought = await BroughtDeck.begin(server);
    const all = picture(20_000_000);
    for (let count = 0; count < 5; count += 1)
      expect((await brought.put(`${count}.png`, all)).ok).toBe(true);
    expect(await refusalOf(await brought.put('5.png', picture(9_000)))).toBe('too-large');
    // The same once more takes no more room.
    expect((await brought.put('4.png', all)).ok).toBe(true);
    const many = await BroughtDeck.begin(server);
    for (let count = 0; count < 2_000; count += 200) {
      const files = Array.from({ length: 200 }, (_, index) => many.put(`${count + index}.txt`, ''));
      await Promise.all(files);
    }
    expect(await refusalOf(await many.put('talk.md', '# A'))).toBe('too-large');
  });

  it('[A16] leaves out what is not what its name says, and shows none of it', async () => {
    const brought = await BroughtDeck.folder(server, {
      'talk.md': '# A\n\n![](a.png)',
      'a.png': '<script>alert(1)</script>',
      'b.svg': 'no picture',
      'c.png': picture(99),
    });
    expect((await brought.report()).leftOut.map(({ path }) => path)).toEqual(['a.png', 'b.svg']);
    const shown = (path: string) => server.api('GET', `/imports/${brought.id}/files/${path}`);
    expect((await shown('c.png')).status).toBe(200);
    for (const path of ['a.png', 'talk.md', '..%2f..%2f..%2fsmall%2fdot.svg', '%2e%2e%2fa.png']) {
      expect((await shown(path)).status).toBe(404);
    }
    const guessed = await fetch(`${server.url}/slides/.incoming/${brought.id}/files/c.png`);
    expect(guessed.status).toBe(404);
  });

  it('[A7] is refused where compiling it would hold everybody up', async () => {
    const brought = await BroughtDeck.folder(server, { 'talk.md': '['.repeat(999_000) });
    expect(await refusalOf(await brought.look())).toBe('slow-deck');
    expect(await refusalOf(await brought.take('slow'))).toBe('slow-deck');
    expect(await names()).not.toContain('slow');
  });

  it('[A7] is not taken half: one that is cut off goes on where it was', async () => {
    const brought = await BroughtDeck.begin(server);
    const line = await RawLine.open(server.url);
    const path = `/api/v1/imports/${brought.id}/files/talk.md`;
    const head = `PUT ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${KEY}\r\n`;
    line.say(`${head}Content-Length: 99\r\n\r\n# A half`);
    const received = join(server.folder, 'slides/.incoming', brought.id, 'files');
    await expect.poll(() => readdir(received).catch(() => [])).toEqual(['talk.md']);
    line.end();
    expect(await refusalOf(await brought.take('half'))).toBe('cut-off');
    expect(await refusalOf(await brought.send('files/talk.md?from=50&of=60', 'x'))).toBe('cut-off');
    expect((await brought.send('files/talk.md?from=0&of=9', '# A w')).ok).toBe(true);
    expect(await refusalOf(await brought.look())).toBe('cut-off');
    expect((await brought.send('files/talk.md?from=5&of=9', 'hole')).ok).toBe(true);
    expect(await brought.report()).toMatchObject({ title: 'A whole', slides: 1 });
  });

  it('[A7] is taken by one alone where two want its name at once, and no deck is ever replaced', async () => {
    const [one, two, three] = await Promise.all(
      ['1', '2', '3'].map((title) => BroughtDeck.folder(server, { 'talk.md': `# ${title}` })),
    );
    const takes = await Promise.all([one?.take('same'), two?.take('Same')]);
    expect(new Set(takes.map((taken) => taken?.status))).toEqual(new Set([201, 409]));
    const refused = await three?.take('SMALL');
    expect(await refused?.json()).toMatchObject({ error: { name: 'name-taken', free: 'SMALL-2' } });
    for (const name of ['../out', '.hidden', 'a/b', 'con', '', 'a'.repeat(65)]) {
      expect([400, 422]).toContain((await three?.take(name))?.status);
    }
    expect((await names()).filter((name) => /^same$/i.test(name))).toHaveLength(1);
  });
});

it('[A1] [A5] Nobody brings or takes away a deck without the key, nor from another site’s page', async () => {
  const { id } = await BroughtDeck.begin(server);
  const signedIn = await server.api('POST', '/sign-in', { key: KEY }, null);
  const cookie = signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  for (const [method, path] of [
    ['POST', '/imports'],
    ['PUT', `/imports/${id}/files/talk.md`],
    ['PUT', `/imports/${id}/zip`],
    ['GET', `/imports/${id}`],
    ['GET', `/imports/${id}/files/a.png`],
    ['POST', `/imports/${id}/take`],
    ['DELETE', `/imports/${id}`],
    ['GET', '/decks/small/deck.zip'],
  ] as const) {
    const ask = (headers: Record<string, string>) =>
      fetch(`${server.url}/api/v1${path}`, { method, headers });
    expect((await ask({})).status, path).toBe(401);
    expect((await ask({ cookie, origin: 'https://evil.example' })).status, path).toBe(403);
  }
});

it('[A16] Nothing is written where a link in the folder of decks leads', async () => {
  const other = await RunningServer.start();
  const elsewhere = join(other.folder, 'elsewhere');
  await mkdir(elsewhere);
  await symlink(elsewhere, join(other.folder, 'slides/.incoming'));
  expect(await refusalOf(await other.api('POST', '/imports', { name: 'a' }))).toBe('read-only');
  expect(await readdir(elsewhere)).toEqual([]);
  await other.stop();
});

it('[A7] What nobody took is gone after an hour, at the next start too', async () => {
  let time = Date.now();
  const other = await RunningServer.start(() => time);
  const old = await BroughtDeck.folder(other, { 'talk.md': '# A' });
  time += 60 * 60 * 1000 + 60_000;
  await BroughtDeck.begin(other);
  const incoming = join(other.folder, 'slides/.incoming');
  expect(await readdir(incoming)).not.toContain(old.id);
  await mkdir(join(incoming, 'left-behind'));
  await writeFile(join(incoming, 'left-behind/a.md'), 'x');
  await utimes(join(incoming, 'left-behind'), 1, 1);
  const again = await other.restart();
  await expect.poll(() => readdir(incoming).catch(() => [])).not.toContain('left-behind');
  await again.stop();
});

it('[A7] [V1] While a large deck is unpacked, answers go on being recorded', async () => {
  const code = await server.session();
  await (await Client.console(server.url, code)).show(1);
  const phone = await Client.attendee(server.url, code);
  const zip = rawZip([
    { name: 'talk.md', data: '# A' },
    ...Array.from({ length: 30 }, (_, index) => ({
      name: `${index}.png`,
      data: picture(3_000_000),
    })),
  ]);
  const brought = await BroughtDeck.zip(server, zip);
  const reading = { isDone: false };
  const read = brought.look().then(() => (reading.isDone = true));
  let recorded = 0;
  while (!reading.isDone) {
    expect(await phone.answer('tea', yes)).toMatchObject({ ok: true });
    recorded += 1;
    await new Promise((tick) => setTimeout(tick, 50));
  }
  await read;
  expect(recorded).toBeGreaterThan(3);
  expect(server.faults).toEqual([]);
});
