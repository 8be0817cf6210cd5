import { mkdir, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DeckPreview } from '../../src/protocol/deck-editing.ts';
import { DeckRequests, PNG } from './deck-requests.ts';

const requests = new DeckRequests();

describe('a link that leads out of the folder of decks', () => {
  it('[A22] is read, and nothing is ever written behind it', async () => {
    const outside = join(requests.server.folder, 'outside');
    await mkdir(outside);
    await writeFile(join(outside, 'deck.md'), '# Outside');
    await symlink(outside, join(requests.decks, 'linked'));
    await requests.make('inner');
    await symlink(outside, join(requests.decks, 'inner/pictures'));
    await symlink(join(outside, 'deck.md'), join(requests.decks, 'inner/also.md'));
    const linked = await requests.open('linked');
    expect(linked.files[0]?.text).toBe('# Outside');
    expect(linked.unwritable).toMatch(/leads out/);
    const shown = await requests.ask<DeckPreview>('POST', '/decks/linked/preview', {
      files: linked.files.map(({ file, text }) => ({ file, text })),
    });
    expect(shown.title).toBe('Outside');
    const change = { text: 'x', base: linked.files[0]?.hash };
    expect(await requests.refusal('PUT', '/decks/linked/files/deck.md', change)).toBe(
      '403 outside-folder',
    );
    expect(await requests.refusal('PUT', '/decks/inner/files/also.md', change)).toBe(
      '403 outside-folder',
    );
    for (const [name, path] of [
      ['linked', 'a.png'],
      ['inner', 'pictures/a.png'],
    ] as const) {
      expect((await requests.upload(name, path, PNG)).status).toBe(403);
    }
    expect(await readdir(outside)).toEqual(['deck.md']);
    expect(await readFile(join(outside, 'deck.md'), 'utf8')).toBe('# Outside');
    for (const name of ['linked', 'inner'])
      await rm(join(requests.decks, name), { recursive: true });
  });
});

describe('a picture that is added to a deck', () => {
  it('never takes the place of another', async () => {
    await requests.make('pictured');
    const paths = [];
    for (const path of ['img/a.png', 'img/a.png', 'img/A.png']) {
      paths.push(await (await requests.upload('pictured', path, PNG)).json());
    }
    expect(paths).toEqual([
      { path: 'img/a.png' },
      { path: 'img/a-2.png' },
      { path: 'img/A-3.png' },
    ]);
    expect((await requests.open('pictured')).media).toEqual([
      'img/A-3.png',
      'img/a-2.png',
      'img/a.png',
    ]);
  });

  it('is refused where it is no file for slides, holds something else, or is too large', async () => {
    await requests.make('strict');
    const status = async (path: string, bytes: Uint8Array<ArrayBuffer>): Promise<number> =>
      (await requests.upload('strict', path, bytes)).status;
    expect(await status('a.html', Buffer.from('<html>'))).toBe(415);
    expect(await status('a.png', Buffer.from('<svg xmlns="x"/>'))).toBe(415);
    expect(await status('a.svg', PNG)).toBe(415);
    expect(await status('a.svg', Buffer.from('<!-- x --><svg xmlns="x"/>'))).toBe(200);
    expect(await status('../a.png', PNG)).toBeGreaterThanOrEqual(400);
    expect(await status('%2e%2e%2fa.png', PNG)).toBe(400);
    expect(await status('large.png', Buffer.concat([PNG, Buffer.alloc(20_000_000)]))).toBe(413);
    expect((await readdir(join(requests.decks, 'strict'))).sort()).toEqual(['a.svg', 'deck.md']);
  });
});

describe('a file that no slide uses', () => {
  const preview = (text: string) =>
    requests.ask<DeckPreview>('POST', '/decks/tidy/preview', {
      files: [
        { file: 'deck.md', text },
        { file: 'deck.css', text: 'h1 { background-image: url(styled.png) }' },
      ],
    });

  it('[S73] is told from those that slides and styles use, and is removed only on demand, to where it can be found', async () => {
    await requests.make('tidy');
    for (const path of ['a b.png', 'styled.png', 'left.png', 'img/left.png']) {
      await requests.upload('tidy', path, PNG);
    }
    const { media } = await preview('# One\n\n![A](a%20b.png)\n\n`![](left.png)`');
    expect(media.filter(({ used }) => used).map(({ path }) => path)).toEqual([
      'a b.png',
      'styled.png',
    ]);
    const removed = await requests.ask('DELETE', '/decks/tidy/media/img/left.png');
    expect(removed).toEqual({ path: 'img/left.png' });
    expect((await preview('# One')).media.map(({ path }) => path)).toEqual([
      'a b.png',
      'left.png',
      'styled.png',
    ]);
    const kept = await readdir(join(requests.decks, '.deleted'));
    expect(kept.filter((name) => name.endsWith('_tidy_left.png'))).toHaveLength(1);
  });

  it('[S68] stays while a running session shows it, and takes no other file with it', async () => {
    const { hash = null } = (await requests.open('tidy')).files[0] ?? {};
    const saved = await requests.save('tidy', 'deck.md', '# One\n\n![A](left.png)', hash);
    const { code } = await requests.ask<{ code: string }>('POST', '/sessions', { deck: 'tidy' });
    await requests.save('tidy', 'deck.md', '# One', saved.hash);
    expect(await requests.refusal('DELETE', '/decks/tidy/media/left.png')).toBe(
      '409 deck-in-session',
    );
    expect(await requests.ask('DELETE', '/decks/tidy/media/styled.png')).toEqual({
      path: 'styled.png',
    });
    await requests.server.api('POST', `/sessions/${code}/end`);
    for (const path of ['deck.md', 'missing.png', '%2e%2e%2fsmall%2fdot.svg', '.versions']) {
      expect(await requests.refusal('DELETE', `/decks/tidy/media/${path}`)).toMatch(/^40[04]/);
    }
    expect(await readdir(join(requests.decks, 'small'))).toContain('dot.svg');
  });
});

describe('a picture that arrives in parts', () => {
  const bring = async (path: string, of: number, parts: readonly Buffer<ArrayBuffer>[]) => {
    const { id } = await requests.ask<{ id: string }>('POST', '/imports', { name: path });
    let from = 0;
    for (const part of parts) {
      await requests.put(`/imports/${id}/files/${path}?from=${from}&of=${of}`, part);
      from += part.length;
    }
    return `/imports/${id}/media`;
  };

  it('[S74] is in the deck once all of it is there, and leaves nothing behind', async () => {
    await requests.make('slow');
    const halves = [PNG.subarray(0, 5), PNG.subarray(5)];
    const path = await bring('a.png', PNG.length, halves);
    expect(await requests.ask('POST', path, { deck: 'slow', path: 'a.png' })).toEqual({
      path: 'a.png',
    });
    expect(await readFile(join(requests.decks, 'slow/a.png'))).toEqual(PNG);
    expect(await readdir(requests.decks)).not.toContain('.incoming');
  });

  it('[S74] is refused in words where a part is missing, or where it is no picture', async () => {
    const body = (path: string, deck = 'slow') => ({ deck, path });
    const half = await bring('half.png', PNG.length, [PNG.subarray(0, 5)]);
    expect(await requests.refusal('POST', half, body('half.png'))).toBe('409 cut-off');
    const page = await bring('a.html', 6, [Buffer.from('<html>')]);
    expect(await requests.refusal('POST', page, body('a.html'))).toBe('422 bad-name');
    const other = await bring('b.png', 6, [Buffer.from('<html>')]);
    expect(await requests.refusal('POST', other, body('b.png'))).toBe('415 unfit-file');
    const lost = await bring('c.png', PNG.length, [PNG]);
    expect(await requests.refusal('POST', lost, body('c.png', '../slow'))).toBe('404 unknown-deck');
    expect((await readdir(join(requests.decks, 'slow'))).sort()).toEqual(['a.png', 'deck.md']);
  });
});
