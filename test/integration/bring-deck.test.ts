import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileFolder } from '../../server/decks/compile-folder.ts';
import { BroughtDeck, refusalOf, type Files } from './bring-deck.ts';
import { rawZip } from './raw-zip.ts';
import { KEY, RunningServer } from './running-server.ts';

const png = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const slides = '---\ntitle: A brought talk\n---\n\n# A brought talk\n\n![A dot](images/dot.png)\n';

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());

const slidesFolder = (name: string): string => join(server.folder, 'slides', name);

async function hashOf(name: string): Promise<string> {
  const compiled = await compileFolder(name, slidesFolder(name));
  return compiled.ok ? (compiled.value.deck?.hash ?? 'with mistakes') : compiled.error.message;
}

describe('a deck that is brought', () => {
  it('[S64] is looked at, and then taken under the name that was chosen', async () => {
    const brought = await BroughtDeck.folder(
      server,
      {
        'My talk/slides.md': slides,
        'My talk/images/dot.png': png,
        'My talk/.DS_Store': 'x',
        'My talk/budget.xlsx': 'x',
      },
      'My talk',
    );
    const report = await brought.report();
    expect(report).toMatchObject({
      ...{ name: 'my-talk', title: 'A brought talk', slides: 1, questions: 0 },
      ...{ problems: [], presentable: true },
      leftOut: [{ path: 'My talk/budget.xlsx' }],
    });
    const [, picture = ''] = /src="([^"]+)"/.exec(report.first?.slide.html ?? '') ?? [];
    const shown = await fetch(server.url + picture, {
      headers: { Authorization: `Bearer ${KEY}` },
    });
    expect(shown.headers.get('Content-Type')).toBe('image/png');
    expect((await brought.take('talk-of-mine')).status).toBe(201);
    expect(await readdir(slidesFolder('talk-of-mine'))).toEqual(['images', 'slides.md']);
    expect(await readFile(slidesFolder('talk-of-mine/slides.md'), 'utf8')).toBe(slides);
    expect(await readdir(slidesFolder('.'))).not.toContain('.incoming');
    expect(await refusalOf(await brought.look())).toBe('unknown-import');
    const listed = (await (await server.api('GET', '/decks')).json()) as { name: string }[];
    expect(listed.map(({ name }) => name)).toContain('talk-of-mine');
  });

  it('[S64] may be one file, a zip of a folder, or a zip as Macs make it', async () => {
    const one = await BroughtDeck.folder(server, { 'Tomatoes.md': '# Tomatoes' }, 'Tomatoes.md');
    expect(await one.report()).toMatchObject({ name: 'tomatoes', title: 'Tomatoes', slides: 1 });
    const zip = rawZip([
      { name: 'Garden/', mode: 0o040755, method: 0 },
      { name: 'Garden/slides.md', data: '# Garden\n\n![Trees](Bäume.png)', mode: 0o100644 },
      // A Mac writes UTF-8 without saying so, and letters apart from their accents.
      { name: 'Garden/Bäume.png'.normalize('NFD'), data: png, flags: 0 },
      { name: '__MACOSX/Garden/._slides.md', data: 'x' },
      { name: 'Garden/.DS_Store', data: 'x' },
    ]);
    const brought = await BroughtDeck.zip(server, zip, 'Garden (1).zip');
    expect(await brought.report()).toMatchObject({ name: 'garden', problems: [], leftOut: [] });
    expect((await brought.take('garden')).status).toBe(201);
    expect((await readdir(slidesFolder('garden'))).sort()).toEqual(['Bäume.png', 'slides.md']);
  });

  it('[S64] is shown with its mistakes, by file and line, and may be taken with them', async () => {
    const wrong = '# A\n\n---\n\n```poll\nid: a\nquestion: A?\n```\n';
    const brought = await BroughtDeck.folder(server, { 'talk.md': wrong });
    const { presentable, problems, first } = await brought.report();
    expect({ presentable, first }).toEqual({ presentable: false, first: null });
    expect(problems).toMatchObject([{ severity: 'error', file: 'talk.md', line: 5 }]);
    expect((await brought.take('wrong-too')).status).toBe(201);
  });

  it('[S64] leaves a picture behind that is too large, and says so', async () => {
    const slide = { name: 'slides.md', data: '# A\n\n![A dot](dot.png)' };
    const zip = rawZip([slide, { name: 'dot.png', data: Buffer.alloc(20_000_001) }]);
    const { presentable, leftOut, problems } = await (await BroughtDeck.zip(server, zip)).report();
    expect(presentable).toBe(true);
    expect(leftOut).toEqual([{ path: 'dot.png', reason: 'it is larger than 20 MB' }]);
    expect(problems).toMatchObject([{ severity: 'warning', line: 3 }]);
  });

  it('[S64] says that a page without slides is none', async () => {
    const brought = await BroughtDeck.folder(server, { 'index.html': '' });
    const response = await brought.look();
    expect(await response.text()).toContain('none of the pages here is one');
  });
});

const travelling: Files = {
  '01.md':
    '---\ntitle: To and fro\ntheme:\n  logo: images/dot.png\n  logo-alt: A dot\n---\n\n# One\n\n![A dot](images/deep/dot.png)',
  '02.md': '# Two\n\n```poll\nid: tea\nquestion: Tea?\noptions: [A, B]\n```\n',
  'README.md': '# A slide as well',
  'deck.css': '.reveal h1 { color: red }',
  'reveal-md.json': '{"separator": "^---$"}',
  'images/dot.png': png,
  'images/deep/dot.png': png,
};

it('[S68] A deck that is brought does not take a name by which old sessions find pictures', async () => {
  await server.api('POST', '/decks', { name: 'bread', title: 'Bread' });
  expect((await server.api('POST', '/decks/bread/rename', { name: 'dough' })).status).toBe(200);
  const brought = await BroughtDeck.folder(server, { 'a.md': '# A' });
  expect(await refusalOf(await brought.take('bread'))).toBe('name-taken');
  expect((await brought.take('bread-2')).status).toBe(201);
});

it('[S65] A deck that is taken away and brought back is the same to the letter', async () => {
  const folder = slidesFolder('travelling');
  await mkdir(join(folder, 'images/deep'), { recursive: true });
  for (const [path, data] of Object.entries(travelling)) await writeFile(join(folder, path), data);
  await writeFile(join(folder, 'secret.key'), 'x');
  await symlink(join(server.folder, 'plenary.db'), join(folder, 'images/out.png'));
  const before = await hashOf('travelling');
  const taken = await server.api('GET', '/decks/travelling/deck.zip');
  expect(taken.headers.get('Content-Disposition')).toContain('travelling.zip');
  const zip = new Uint8Array(await taken.arrayBuffer());
  const other = await RunningServer.start();
  const brought = await BroughtDeck.zip(other, zip, 'travelling.zip');
  expect(await brought.report()).toMatchObject({ name: 'travelling', leftOut: [] });
  expect((await brought.take('travelling')).status).toBe(201);
  const compiled = await compileFolder('travelling', join(other.folder, 'slides/travelling'));
  expect(compiled).toMatchObject({ ok: true, value: { deck: { hash: before } } });
  const found = await readdir(join(other.folder, 'slides/travelling'), { recursive: true });
  expect(found.sort()).toEqual([...Object.keys(travelling), 'images', 'images/deep'].sort());
  await other.stop();
});

it('[A16] [A7] Only decks are taken away', async () => {
  for (const name of ['missing', '..', '.incoming', '%2e%2e%2fdata', 'small%2f..%2fsmall']) {
    expect((await server.api('GET', `/decks/${name}/deck.zip`)).status).toBe(404);
  }
});
