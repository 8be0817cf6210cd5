import type { DeckEntry, SessionEntry } from '../../src/protocol/http.ts';
import { mkdir, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type {
  DeckFolderEntry,
  DeckPreview,
  DeckVersion,
  EditorsEntry,
  SavedDeckState,
  SavedFile,
} from '../../src/protocol/deck-editing.ts';
import { Client } from './client.ts';
import { KEY, RunningServer } from './running-server.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

let server: RunningServer;
let decks: string;
beforeAll(async () => {
  server = await RunningServer.start();
  decks = join(server.folder, 'slides');
});
afterAll(async () => {
  await server.stop();
});
afterEach(() => {
  if (server.faults.length > 0) throw new Error(server.faults.join('\n'));
});

async function ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await server.api(method, path, body);
  return (await response.json()) as Answer;
}

/** The status of an answer and the name of its refusal. */
async function refusal(method: string, path: string, body?: unknown): Promise<string> {
  const response = await server.api(method, path, body);
  const { error } = (await response.json()) as { error?: { name: string; message: string } };
  expect(error?.message ?? 'no words').toMatch(/[.”]$/);
  return `${response.status} ${error?.name}`;
}

const open = (name: string) => ask<DeckFolderEntry>('GET', `/decks/${name}`);
const make = (name: string) => ask('POST', '/decks', { name, title: `The "${name}"` });
const save = (name: string, file: string, text: string, base: string | null) =>
  ask<SavedFile>('PUT', `/decks/${name}/files/${encodeURIComponent(file)}`, { text, base });
const textOf = (name: string, file = 'deck.md') => readFile(join(decks, name, file), 'utf8');

function upload(name: string, path: string, bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
  return fetch(`${server.url}/api/v1/decks/${name}/media/${path}`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${KEY}` },
    body: bytes,
  });
}

describe('a deck that is edited', () => {
  it('begins with a slide that can be presented, and is saved file by file', async () => {
    await make('talk');
    const [first] = (await open('talk')).files;
    expect(first).toMatchObject({ file: 'deck.md' });
    const saved = await save('talk', 'deck.md', '# Hello', first?.hash ?? null);
    await save('talk', '02-more.md', '# More', null);
    expect(await textOf('talk')).toBe('# Hello');
    const { files, unwritable } = await open('talk');
    expect(files.map(({ file, text }) => [file, text])).toEqual([
      ['02-more.md', '# More'],
      ['deck.md', '# Hello'],
    ]);
    expect(files[1]?.hash).toBe(saved.hash);
    expect(unwritable).toBeNull();
    expect((await server.api('POST', '/sessions', { deck: 'talk' })).status).toBe(201);
  });

  it('[S67] is not overwritten where another has saved it meanwhile: the text there comes back', async () => {
    await make('shared');
    const before = (await open('shared')).files[0]?.hash ?? null;
    await save('shared', 'deck.md', '# Theirs', before);
    const late = await server.api('PUT', '/decks/shared/files/deck.md', {
      text: '# Mine',
      base: before,
    });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({
      error: { name: 'changed-meanwhile', present: { text: '# Theirs' } },
    });
    expect(await textOf('shared')).toBe('# Theirs');
    expect(await refusal('PUT', '/decks/shared/files/deck.md', { text: 'x', base: null })).toBe(
      '409 changed-meanwhile',
    );
  });

  it('[S67] lets only one of many saves at once win', async () => {
    await make('hurried');
    const base = (await open('hurried')).files[0]?.hash ?? null;
    const texts = Array.from({ length: 8 }, (_, index) => `# ${index}`);
    const statuses = await Promise.all(
      texts.map(async (text) => {
        const body = { text, base };
        return (await server.api('PUT', '/decks/hurried/files/deck.md', body)).status;
      }),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(texts).toContain(await textOf('hurried'));
  });

  it('[S66] keeps every text that was saved, and those that another program wrote before a save', async () => {
    await mkdir(join(decks, 'kept'));
    await writeFile(join(decks, 'kept/deck.md'), '# By hand');
    const first = (await open('kept')).files[0]?.hash ?? null;
    await save('kept', 'deck.md', '# One', first);
    await writeFile(join(decks, 'kept/deck.md'), '# By hand again');
    const second = (await open('kept')).files[0]?.hash ?? null;
    await save('kept', 'deck.md', '# Two', second);
    const versions = await ask<DeckVersion[]>('GET', '/decks/kept/versions');
    const texts = await Promise.all(
      versions.map(({ id }) => ask<{ text: string }>('GET', `/decks/kept/versions/${id}`)),
    );
    expect(texts.map(({ text }) => text)).toEqual([
      '# Two',
      '# By hand again',
      '# One',
      '# By hand',
    ]);
    // For a person with a file manager.
    expect(await readdir(join(decks, '.versions/kept'))).toContain(versions[0]?.id);
    expect(versions[0]?.id).toMatch(/^\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d\.\d{3}_deck\.md$/);
    expect(await refusal('GET', '/decks/kept/versions/..%2F..%2Fsmall%2Fdeck.md')).toBe(
      '404 not-found',
    );
  });
});

describe('the names of decks and files', () => {
  it('[A22] are refused in words where they are taken, in other capitals too, or lead elsewhere', async () => {
    await make('Named');
    expect(await refusal('POST', '/decks', { name: 'named', title: '' })).toBe('409 name-taken');
    expect(await refusal('POST', '/decks/small/duplicate', { name: 'NAMED' })).toBe(
      '409 name-taken',
    );
    for (const name of ['', '..', '.versions', 'a/b', 'con', 'é', 'x'.repeat(65)]) {
      expect(await refusal('POST', '/decks', { name, title: '' })).toBe('400 bad-name');
    }
    for (const file of ['..%2Fx.md', '.hidden.md', 'x.html', 'a%2Fb.md', 'x.md%00', 'con.md']) {
      expect(await refusal('PUT', `/decks/Named/files/${file}`, { text: 'x', base: null })).toBe(
        '400 bad-name',
      );
    }
    expect(await refusal('PUT', '/decks/Named/files/DECK.md', { text: 'x', base: null })).toBe(
      '409 name-taken',
    );
    for (const name of ['missing', '.versions', '..', '%2e%2e%2fsmall']) {
      expect(await refusal('GET', `/decks/${name}`)).toMatch(/^404/);
    }
  });

  it('are copied with all files of the deck, and without a trace where that fails', async () => {
    expect(await ask('POST', '/decks/small/duplicate', { name: 'copy' })).toEqual({ name: 'copy' });
    expect((await readdir(join(decks, 'copy'))).sort()).toEqual(['deck.md', 'dot.svg']);
    expect((await readdir(decks)).filter((name) => name.endsWith('.new'))).toEqual([]);
  });
});

describe('a deck that is renamed', () => {
  it('[S68] takes its versions with it, and its earlier sessions still show its pictures', async () => {
    await make('old');
    await upload('old', 'a.png', PNG);
    const base = (await open('old')).files[0]?.hash ?? null;
    await save('old', 'deck.md', '# Old', base);
    expect(await ask('POST', '/decks/old/rename', { name: 'middle' })).toEqual({ name: 'middle' });
    expect(await ask('POST', '/decks/middle/rename', { name: 'new' })).toEqual({ name: 'new' });
    expect(await refusal('GET', '/decks/old')).toBe('404 unknown-deck');
    expect(await ask<DeckVersion[]>('GET', '/decks/new/versions')).toHaveLength(2);
    for (const name of ['old', 'middle', 'new']) {
      const picture = await fetch(`${server.url}/slides/${name}/a.png`);
      expect(Buffer.from(await picture.arrayBuffer())).toEqual(PNG);
    }
    expect((await fetch(`${server.url}/slides/old/deck.md`)).status).toBe(404);
    expect(await refusal('POST', '/decks', { name: 'old', title: '' })).toBe('409 name-taken');
    expect(await ask('POST', '/decks/new/rename', { name: 'old' })).toEqual({ name: 'old' });
    expect((await fetch(`${server.url}/slides/middle/a.png`)).status).toBe(200);
  });

  it('[S68] keeps its sessions: when it was given last, and all of them by its name', async () => {
    await make('spring');
    const { code } = await ask<{ code: string }>('POST', '/sessions', { deck: 'spring' });
    await server.api('POST', `/sessions/${code}/end`);
    await ask('POST', '/decks/spring/rename', { name: 'summer' });
    const listed = await ask<DeckEntry[]>('GET', '/decks');
    expect(listed.find(({ name }) => name === 'summer')?.lastGiven).not.toBeNull();
    const sessions = await ask<SessionEntry[]>('GET', '/sessions?deck=summer');
    expect(sessions.map((session) => session.code)).toEqual([code]);
  });

  it('is not renamed while a session of it runs', async () => {
    await make('onstage');
    const { code } = await ask<{ code: string }>('POST', '/sessions', { deck: 'onstage' });
    expect(await refusal('POST', '/decks/onstage/rename', { name: 'off' })).toBe(
      '409 deck-in-session',
    );
    await server.api('POST', `/sessions/${code}/end`);
    expect(await ask('POST', '/decks/onstage/rename', { name: 'off' })).toEqual({ name: 'off' });
  });
});

describe('a deck that is deleted', () => {
  it('[S68] leaves the list and no session, and can be taken back from the disk', async () => {
    await make('gone');
    const { code } = await ask<{ code: string }>('POST', '/sessions', { deck: 'gone' });
    expect(await refusal('DELETE', '/decks/gone')).toBe('409 deck-in-session');
    await server.api('POST', `/sessions/${code}/end`);
    expect(await ask('DELETE', '/decks/gone')).toEqual({ name: 'gone' });
    expect(await refusal('GET', '/decks/gone')).toBe('404 unknown-deck');
    const [kept = ''] = await readdir(join(server.folder, 'slides/.deleted'));
    expect(kept).toMatch(/_gone$/);
    expect(await readdir(join(server.folder, 'slides/.deleted', kept))).toEqual(['deck.md']);
    expect((await server.api('GET', `/sessions/${code}/results.json`)).status).toBe(200);
    expect((await fetch(`${server.url}/slides/.deleted/${kept}/deck.md`)).status).toBe(404);
  });
});

describe('a link that leads out of the folder of decks', () => {
  it('[A22] is read, and nothing is ever written behind it', async () => {
    const outside = join(server.folder, 'outside');
    await mkdir(outside);
    await writeFile(join(outside, 'deck.md'), '# Outside');
    await symlink(outside, join(decks, 'linked'));
    await make('inner');
    await symlink(outside, join(decks, 'inner/pictures'));
    await symlink(join(outside, 'deck.md'), join(decks, 'inner/also.md'));
    const linked = await open('linked');
    expect(linked.files[0]?.text).toBe('# Outside');
    expect(linked.unwritable).toMatch(/leads out/);
    const shown = await ask<DeckPreview>('POST', '/decks/linked/preview', {
      files: linked.files.map(({ file, text }) => ({ file, text })),
    });
    expect(shown.title).toBe('Outside');
    const change = { text: 'x', base: linked.files[0]?.hash };
    expect(await refusal('PUT', '/decks/linked/files/deck.md', change)).toBe('403 outside-folder');
    expect(await refusal('PUT', '/decks/inner/files/also.md', change)).toBe('403 outside-folder');
    for (const [name, path] of [
      ['linked', 'a.png'],
      ['inner', 'pictures/a.png'],
    ] as const) {
      expect((await upload(name, path, PNG)).status).toBe(403);
    }
    expect(await readdir(outside)).toEqual(['deck.md']);
    expect(await readFile(join(outside, 'deck.md'), 'utf8')).toBe('# Outside');
    for (const name of ['linked', 'inner']) await rm(join(decks, name), { recursive: true });
  });
});

describe('a picture that is added to a deck', () => {
  it('never takes the place of another', async () => {
    await make('pictured');
    const paths = [];
    for (const path of ['img/a.png', 'img/a.png', 'img/A.png']) {
      paths.push(await (await upload('pictured', path, PNG)).json());
    }
    expect(paths).toEqual([
      { path: 'img/a.png' },
      { path: 'img/a-2.png' },
      { path: 'img/A-3.png' },
    ]);
    expect((await open('pictured')).media).toEqual(['img/A-3.png', 'img/a-2.png', 'img/a.png']);
  });

  it('is refused where it is no file for slides, holds something else, or is too large', async () => {
    await make('strict');
    const status = async (path: string, bytes: Uint8Array<ArrayBuffer>): Promise<number> =>
      (await upload('strict', path, bytes)).status;
    expect(await status('a.html', Buffer.from('<html>'))).toBe(415);
    expect(await status('a.png', Buffer.from('<svg xmlns="x"/>'))).toBe(415);
    expect(await status('a.svg', PNG)).toBe(415);
    expect(await status('a.svg', Buffer.from('<!-- x --><svg xmlns="x"/>'))).toBe(200);
    expect(await status('../a.png', PNG)).toBeGreaterThanOrEqual(400);
    expect(await status('%2e%2e%2fa.png', PNG)).toBe(400);
    expect(await status('large.png', Buffer.concat([PNG, Buffer.alloc(20_000_000)]))).toBe(413);
    expect((await readdir(join(decks, 'strict'))).sort()).toEqual(['a.svg', 'deck.md']);
  });
});

describe('the preview of texts that are not saved', () => {
  it('has the slides that compile and their lines, with the mistakes elsewhere', async () => {
    const text =
      '---\ntheme:\n  mode: dark\n---\n\n# One\n\nNote: said\n\n---\n\n```poll\nid: a\n```\n\n---\n\n# Three';
    const preview = await ask<DeckPreview>('POST', '/decks/small/preview', {
      files: [
        { file: 'deck.md', text },
        { file: 'deck.css', text: 'h1 { color: red; position: fixed }' },
      ],
    });
    expect(preview.mode).toBe('dark');
    expect(preview.problems.some(({ severity, line }) => severity === 'error' && line > 11)).toBe(
      true,
    );
    expect(preview.slides.map(({ title, place }) => [title, place.line])).toEqual([
      ['One', 6],
      ['', 12],
      ['Three', 18],
    ]);
    expect(preview.slides[0]?.notes).toContain('said');
    expect(preview.slides[1]?.question).toMatchObject({ id: 'a', type: 'poll', answered: 0 });
    expect(preview.style).toContain('red');
    expect(await textOf('small')).toContain('A small deck');
  });
});

describe('two pages that edit one deck', () => {
  it('[S67] are told of each other and of what is saved', async () => {
    const beat = (id: string) => ask<EditorsEntry>('POST', '/decks/small/editors', { id });
    expect((await beat('one')).others).toBe(0);
    expect((await beat('other')).others).toBe(1);
    const { others, files } = await beat('one');
    expect(others).toBe(1);
    expect(files['deck.md']).toBe((await open('small')).files[0]?.hash);
    // One that is left, or reloaded, is no longer somebody else.
    expect((await server.api('DELETE', '/decks/small/editors/other')).status).toBe(204);
    expect((await beat('one')).others).toBe(0);
  });
});

describe('a saved version and a running session', () => {
  const start = async (): Promise<string> =>
    (await ask<SessionEntry>('POST', '/sessions', { deck: 'live' })).code;
  const titleOf = async (code: string): Promise<string> =>
    (await ask<SessionEntry>('GET', `/sessions/${code}`)).title;
  const savedOf = async (code: string): Promise<string> =>
    (await ask<SavedDeckState>('GET', `/sessions/${code}/saved-deck`)).saved;
  const outdated = async (): Promise<string[]> => {
    const beat = await ask<EditorsEntry>('POST', '/decks/live/editors', { id: 'one' });
    return beat.outdated.map(({ code }) => code).sort();
  };

  it('[S68] [S69] meet only by an explicit press for this one session, and are told apart until then', async () => {
    await make('live');
    const [one, other] = [await start(), await start()];
    expect([await outdated(), await savedOf(one)]).toEqual([[], 'shown']);
    const base = (await open('live')).files[0]?.hash ?? null;
    const { hash } = await save('live', 'deck.md', '# Renewed', base);
    expect([await titleOf(one), await titleOf(other)]).toEqual(['The "live"', 'The "live"']);
    expect([await outdated(), await savedOf(one)]).toEqual([[one, other].sort(), 'changed']);
    expect(await ask('POST', `/sessions/${one}/saved-deck`)).toMatchObject({ title: 'Renewed' });
    expect([await titleOf(one), await titleOf(other)]).toEqual(['Renewed', 'The "live"']);
    expect([await outdated(), await savedOf(one)]).toEqual([[other], 'shown']);
    const wrong = await save('live', 'deck.md', '```poll\n', hash);
    expect([await outdated(), await savedOf(one)]).toEqual([[], 'with-mistakes']);
    expect(await refusal('POST', `/sessions/${other}/saved-deck`)).toBe('422 deck-with-mistakes');
    await save('live', 'deck.md', '# Renewed', wrong.hash);
    await server.api('POST', `/sessions/${other}/end`);
    expect(await outdated()).toEqual([]);
  });

  it('[S69] are the same while a question that was asked on the spot is all that differs', async () => {
    const code = await start();
    const console = await Client.console(server.url, code);
    const question = { question: 'Tea?', options: ['Yes', 'No'] };
    expect(await console.ask('question:ask', { type: 'poll', options: question })).toEqual({
      ok: true,
    });
    expect([await outdated(), await savedOf(code)]).toEqual([[], 'shown']);
  });
});

it('[A1] [A22] nothing of an editor answers without the key', async () => {
  for (const [method, path] of [
    ['GET', '/decks/small'],
    ['PUT', '/decks/small/files/deck.md'],
    ['PUT', '/decks/small/media/a.png'],
    ['GET', '/decks/small/versions'],
    ['GET', '/decks/small/versions/x'],
    ['POST', '/decks'],
    ['POST', '/decks/small/duplicate'],
    ['POST', '/decks/small/rename'],
    ['POST', '/decks/small/preview'],
    ['POST', '/decks/small/editors'],
    ['GET', '/sessions/000000/saved-deck'],
    ['POST', '/sessions/000000/saved-deck'],
  ] as const) {
    const body = method === 'GET' ? undefined : { text: 'x', base: null };
    const response = await server.api(method, path, body, null);
    expect([path, response.status]).toEqual([path, 401]);
    expect(Object.keys((await response.json()) as object)).toEqual(['error']);
  }
});
