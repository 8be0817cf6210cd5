import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DeckVersion } from '../../src/protocol/deck-editing.ts';
import type { DeckEntry, SessionEntry } from '../../src/protocol/http.ts';
import { DeckRequests, PNG } from './deck-requests.ts';

const requests = new DeckRequests();

describe('the names of decks and files', () => {
  it('[A22] are refused in words where they are taken, in other capitals too, or lead elsewhere', async () => {
    await requests.make('Named');
    expect(await requests.refusal('POST', '/decks', { name: 'named', title: '' })).toBe(
      '409 name-taken',
    );
    expect(await requests.refusal('POST', '/decks/small/duplicate', { name: 'NAMED' })).toBe(
      '409 name-taken',
    );
    for (const name of ['', '..', '.versions', 'a/b', 'con', 'é', 'x'.repeat(65)]) {
      expect(await requests.refusal('POST', '/decks', { name, title: '' })).toBe('400 bad-name');
    }
    for (const file of ['..%2Fx.md', '.hidden.md', 'x.html', 'a%2Fb.md', 'x.md%00', 'con.md']) {
      expect(
        await requests.refusal('PUT', `/decks/Named/files/${file}`, { text: 'x', base: null }),
      ).toBe('400 bad-name');
    }
    expect(
      await requests.refusal('PUT', '/decks/Named/files/DECK.md', { text: 'x', base: null }),
    ).toBe('409 name-taken');
    for (const name of ['missing', '.versions', '..', '%2e%2e%2fsmall']) {
      expect(await requests.refusal('GET', `/decks/${name}`)).toMatch(/^404/);
    }
  });

  it('are copied with all files of the deck, and without a trace where that fails', async () => {
    expect(await requests.ask('POST', '/decks/small/duplicate', { name: 'copy' })).toEqual({
      name: 'copy',
    });
    expect((await readdir(join(requests.decks, 'copy'))).sort()).toEqual(['deck.md', 'dot.svg']);
    expect((await readdir(requests.decks)).filter((name) => name.endsWith('.new'))).toEqual([]);
  });
});

describe('a deck that is renamed', () => {
  it('[S68] takes its versions with it, and its earlier sessions still show its pictures', async () => {
    await requests.make('old');
    await requests.upload('old', 'a.png', PNG);
    const base = (await requests.open('old')).files[0]?.hash ?? null;
    await requests.save('old', 'deck.md', '# Old', base);
    expect(await requests.ask('POST', '/decks/old/rename', { name: 'middle' })).toEqual({
      name: 'middle',
    });
    expect(await requests.ask('POST', '/decks/middle/rename', { name: 'new' })).toEqual({
      name: 'new',
    });
    expect(await requests.refusal('GET', '/decks/old')).toBe('404 unknown-deck');
    expect(await requests.ask<DeckVersion[]>('GET', '/decks/new/versions')).toHaveLength(2);
    for (const name of ['old', 'middle', 'new']) {
      const picture = await fetch(`${requests.server.url}/slides/${name}/a.png`);
      expect(Buffer.from(await picture.arrayBuffer())).toEqual(PNG);
    }
    expect((await fetch(`${requests.server.url}/slides/old/deck.md`)).status).toBe(404);
    expect(await requests.refusal('POST', '/decks', { name: 'old', title: '' })).toBe(
      '409 name-taken',
    );
    expect(await requests.ask('POST', '/decks/new/rename', { name: 'old' })).toEqual({
      name: 'old',
    });
    expect((await fetch(`${requests.server.url}/slides/middle/a.png`)).status).toBe(200);
  });

  it('[S68] keeps its sessions: when it was given last, and all of them by its name', async () => {
    await requests.make('spring');
    const { code } = await requests.ask<{ code: string }>('POST', '/sessions', { deck: 'spring' });
    await requests.server.api('POST', `/sessions/${code}/end`);
    await requests.ask('POST', '/decks/spring/rename', { name: 'summer' });
    const listed = await requests.ask<DeckEntry[]>('GET', '/decks');
    expect(listed.find(({ name }) => name === 'summer')?.lastGiven).not.toBeNull();
    const sessions = await requests.ask<SessionEntry[]>('GET', '/sessions?deck=summer');
    expect(sessions.map((session) => session.code)).toEqual([code]);
  });

  it('is not renamed while a session of it runs', async () => {
    await requests.make('onstage');
    const { code } = await requests.ask<{ code: string }>('POST', '/sessions', { deck: 'onstage' });
    expect(await requests.refusal('POST', '/decks/onstage/rename', { name: 'off' })).toBe(
      '409 deck-in-session',
    );
    await requests.server.api('POST', `/sessions/${code}/end`);
    expect(await requests.ask('POST', '/decks/onstage/rename', { name: 'off' })).toEqual({
      name: 'off',
    });
  });
});

describe('a deck that is deleted', () => {
  it('[S68] leaves the list and no session, and can be taken back from the disk', async () => {
    await requests.make('gone');
    const { code } = await requests.ask<{ code: string }>('POST', '/sessions', { deck: 'gone' });
    expect(await requests.refusal('DELETE', '/decks/gone')).toBe('409 deck-in-session');
    await requests.server.api('POST', `/sessions/${code}/end`);
    expect(await requests.ask('DELETE', '/decks/gone')).toEqual({ name: 'gone' });
    expect(await requests.refusal('GET', '/decks/gone')).toBe('404 unknown-deck');
    const [kept = ''] = await readdir(join(requests.server.folder, 'slides/.deleted'));
    expect(kept).toMatch(/_gone$/);
    expect(await readdir(join(requests.server.folder, 'slides/.deleted', kept))).toEqual([
      'deck.md',
    ]);
    expect((await requests.server.api('GET', `/sessions/${code}/results.json`)).status).toBe(200);
    expect((await fetch(`${requests.server.url}/slides/.deleted/${kept}/deck.md`)).status).toBe(
      404,
    );
  });
});
