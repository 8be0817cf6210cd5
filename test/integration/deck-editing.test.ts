import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type {
  DeckPreview,
  DeckVersion,
  EditorsEntry,
  SavedDeckState,
} from '../../src/protocol/deck-editing.ts';
import type { SessionEntry } from '../../src/protocol/http.ts';
import { Client } from './client.ts';
import { DeckRequests } from './deck-requests.ts';

const requests = new DeckRequests();

describe('a deck that is edited', () => {
  it('begins with a slide that can be presented, and is saved file by file', async () => {
    await requests.make('talk');
    const [first] = (await requests.open('talk')).files;
    expect(first).toMatchObject({ file: 'deck.md' });
    const saved = await requests.save('talk', 'deck.md', '# Hello', first?.hash ?? null);
    await requests.save('talk', '02-more.md', '# More', null);
    expect(await requests.textOf('talk')).toBe('# Hello');
    const { files, unwritable } = await requests.open('talk');
    expect(files.map(({ file, text }) => [file, text])).toEqual([
      ['02-more.md', '# More'],
      ['deck.md', '# Hello'],
    ]);
    expect(files[1]?.hash).toBe(saved.hash);
    expect(unwritable).toBeNull();
    expect((await requests.server.api('POST', '/sessions', { deck: 'talk' })).status).toBe(201);
  });

  it('[S67] is not overwritten where another has saved it meanwhile: the text there comes back', async () => {
    await requests.make('shared');
    const before = (await requests.open('shared')).files[0]?.hash ?? null;
    await requests.save('shared', 'deck.md', '# Theirs', before);
    const late = await requests.server.api('PUT', '/decks/shared/files/deck.md', {
      text: '# Mine',
      base: before,
    });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({
      error: { name: 'changed-meanwhile', present: { text: '# Theirs' } },
    });
    expect(await requests.textOf('shared')).toBe('# Theirs');
    expect(
      await requests.refusal('PUT', '/decks/shared/files/deck.md', { text: 'x', base: null }),
    ).toBe('409 changed-meanwhile');
  });

  it('[S67] lets only one of many saves at once win', async () => {
    await requests.make('hurried');
    const base = (await requests.open('hurried')).files[0]?.hash ?? null;
    const texts = Array.from({ length: 8 }, (_, index) => `# ${index}`);
    const statuses = await Promise.all(
      texts.map(async (text) => {
        const body = { text, base };
        return (await requests.server.api('PUT', '/decks/hurried/files/deck.md', body)).status;
      }),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(texts).toContain(await requests.textOf('hurried'));
  });

  it('[S66] keeps every text that was saved, and those that another program wrote before a save', async () => {
    await mkdir(join(requests.decks, 'kept'));
    await writeFile(join(requests.decks, 'kept/deck.md'), '# By hand');
    const first = (await requests.open('kept')).files[0]?.hash ?? null;
    await requests.save('kept', 'deck.md', '# One', first);
    await writeFile(join(requests.decks, 'kept/deck.md'), '# By hand again');
    const second = (await requests.open('kept')).files[0]?.hash ?? null;
    await requests.save('kept', 'deck.md', '# Two', second);
    const versions = await requests.ask<DeckVersion[]>('GET', '/decks/kept/versions');
    const texts = await Promise.all(
      versions.map(({ id }) => requests.ask<{ text: string }>('GET', `/decks/kept/versions/${id}`)),
    );
    expect(texts.map(({ text }) => text)).toEqual([
      '# Two',
      '# By hand again',
      '# One',
      '# By hand',
    ]);
    expect(versions.map(({ added, removed, line }) => [added, removed, line])).toEqual([
      [1, 1, '# Two'],
      [1, 1, '# By hand again'],
      [1, 1, '# One'],
      [1, 0, '# By hand'],
    ]);
    const present = versions.filter((version) => version.present);
    expect(present.map(({ id }) => id)).toEqual([versions[0]?.id]);
    // For a person with a file manager.
    expect(await readdir(join(requests.decks, '.versions/kept'))).toContain(versions[0]?.id);
    expect(versions[0]?.id).toMatch(/^\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d\.\d{3}_deck\.md$/);
    expect(await requests.refusal('GET', '/decks/kept/versions/..%2F..%2Fsmall%2Fdeck.md')).toBe(
      '404 not-found',
    );
  });
});

describe('the preview of texts that are not saved', () => {
  it('has the slides that compile and their lines, with the mistakes elsewhere', async () => {
    const text =
      '---\ntheme:\n  mode: dark\n---\n\n# One\n\nNote: said\n\n---\n\n```poll\nid: a\n```\n\n---\n\n# Three';
    const preview = await requests.ask<DeckPreview>('POST', '/decks/small/preview', {
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
    expect(await requests.textOf('small')).toContain('A small deck');
  });
});

describe('two pages that edit one deck', () => {
  it('[S67] are told of each other and of what is saved', async () => {
    const beat = (id: string) => requests.ask<EditorsEntry>('POST', '/decks/small/editors', { id });
    expect((await beat('one')).others).toBe(0);
    expect((await beat('other')).others).toBe(1);
    const { others, files } = await beat('one');
    expect(others).toBe(1);
    expect(files['deck.md']).toBe((await requests.open('small')).files[0]?.hash);
    // One that is left, or reloaded, is no longer somebody else.
    expect((await requests.server.api('DELETE', '/decks/small/editors/other')).status).toBe(204);
    expect((await beat('one')).others).toBe(0);
  });
});

describe('a saved version and a running session', () => {
  const start = async (): Promise<string> =>
    (await requests.ask<SessionEntry>('POST', '/sessions', { deck: 'live' })).code;
  const titleOf = async (code: string): Promise<string> =>
    (await requests.ask<SessionEntry>('GET', `/sessions/${code}`)).title;
  const savedOf = async (code: string): Promise<string> =>
    (await requests.ask<SavedDeckState>('GET', `/sessions/${code}/saved-deck`)).saved;
  const outdated = async (): Promise<string[]> => {
    const beat = await requests.ask<EditorsEntry>('POST', '/decks/live/editors', { id: 'one' });
    return beat.outdated.map(({ code }) => code).sort();
  };

  it('[S68] [S69] meet only by an explicit press for this one session, and are told apart until then', async () => {
    await requests.make('live');
    const [one, other] = [await start(), await start()];
    expect([await outdated(), await savedOf(one)]).toEqual([[], 'shown']);
    const base = (await requests.open('live')).files[0]?.hash ?? null;
    const { hash } = await requests.save('live', 'deck.md', '# Renewed', base);
    expect([await titleOf(one), await titleOf(other)]).toEqual(['The "live"', 'The "live"']);
    expect([await outdated(), await savedOf(one)]).toEqual([[one, other].sort(), 'changed']);
    expect(await requests.ask('POST', `/sessions/${one}/saved-deck`)).toMatchObject({
      title: 'Renewed',
    });
    expect([await titleOf(one), await titleOf(other)]).toEqual(['Renewed', 'The "live"']);
    expect([await outdated(), await savedOf(one)]).toEqual([[other], 'shown']);
    const wrong = await requests.save('live', 'deck.md', '```poll\n', hash);
    expect([await outdated(), await savedOf(one)]).toEqual([[], 'with-mistakes']);
    expect(await requests.refusal('POST', `/sessions/${other}/saved-deck`)).toBe(
      '422 deck-with-mistakes',
    );
    await requests.save('live', 'deck.md', '# Renewed', wrong.hash);
    await requests.server.api('POST', `/sessions/${other}/end`);
    expect(await outdated()).toEqual([]);
  });

  it('[S69] are the same while a question that was asked on the spot is all that differs', async () => {
    const code = await start();
    const console = await Client.console(requests.server.url, code);
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
    ['DELETE', '/decks/small/media/dot.svg'],
    ['POST', '/imports/x/media'],
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
    const response = await requests.server.api(method, path, body, null);
    expect([path, response.status]).toEqual([path, 401]);
    expect(Object.keys((await response.json()) as object)).toEqual(['error']);
  }
});
