import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqlite } from '../../server/storage/sqlite.ts';
import { resultColumns } from '../../src/session/result-rows.ts';
import { Client } from './client.ts';
import { KEY, RunningServer } from './running-server.ts';
import { readFacts } from '../../server/storage/read-facts.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());

/** A session in which two phones have answered, one of them with a formula. */
async function answered(): Promise<string> {
  const code = await server.session();
  const console = await Client.console(server.url, code);
  await console.show(1);
  await console.ask('activity:open', { activity: 'biscuit' });
  const [one, two] = [
    await Client.attendee(server.url, code),
    await Client.attendee(server.url, code),
  ];
  await one.answer('tea', { choices: [0], other: null });
  await two.answer('tea', { choices: [1], other: null });
  await two.answer('biscuit', { choices: [], other: '=HYPERLINK("http://x","y")' });
  return code;
}

describe('the HTTP interface', () => {
  it('[A1] needs the key, and says so in words', async () => {
    for (const path of ['/decks', '/sessions', '/sessions/1', '/sessions/1/results.csv']) {
      const response = await server.api('GET', path, undefined, null);
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ error: { name: 'key-needed' } });
    }
    expect((await server.api('GET', '/decks', undefined, 'a-wrong-key')).status).toBe(401);
  });

  it('[S20] answers an unknown address in words', async () => {
    const response = await server.api('GET', '/nowhere');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { name: 'not-found' } });
  });

  it('[S20] starts a session and returns all its addresses', async () => {
    const response = await server.api('POST', '/sessions', { deck: 'small' });
    expect(response.status).toBe(201);
    const session = (await response.json()) as Record<string, string>;
    expect(session['code']).toMatch(/^\d{6}$/);
    expect(session).toMatchObject({
      joinUrl: `${server.url}/j/${session['code']}`,
      stageUrl: `${server.url}/s/${session['code']}/stage`,
      consoleUrl: `${server.url}/s/${session['code']}/console`,
      endedAt: null,
    });
  });

  it('[A7] [A16] [S16] refuses an unknown deck, one outside the folder, and one with mistakes, and lists each mistake', async () => {
    for (const deck of ['missing', '../small', '..', '/etc', '__proto__']) {
      const response = await server.api('POST', '/sessions', { deck });
      expect(response.status).toBe(404);
    }
    const wrong = await server.api('POST', '/sessions', { deck: 'wrong' });
    expect(wrong.status).toBe(422);
    const { error } = (await wrong.json()) as { error: { problems: { line: number }[] } };
    expect(error.problems.length).toBeGreaterThan(1);
    expect(error.problems.every(({ line }) => line > 0)).toBe(true);
  });

  it('[A7] refuses a body that is no JSON, is too large or has the wrong shape', async () => {
    const send = (body: string) =>
      fetch(`${server.url}/api/v1/sessions`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' },
        body,
      });
    for (const body of ['', '{', '[]', '{"deck":7}', '{"deck":"small","more":1}']) {
      expect((await send(body)).status).toBe(400);
    }
    expect((await send(JSON.stringify({ deck: 'x'.repeat(20_000) }))).status).toBe(400);
  });

  it('[S20] lists decks, those with mistakes too', async () => {
    const decks = (await (await server.api('GET', '/decks')).json()) as unknown[];
    expect(decks).toMatchObject([
      { name: 'small', title: 'A small deck', slides: 4, questions: 3, problems: [] },
      { name: 'wrong' },
    ]);
  });

  it('[S20] lists sessions, shows one, and ends it', async () => {
    const code = await server.session();
    const listed = (await (await server.api('GET', '/sessions')).json()) as { code: string }[];
    expect(listed[0]?.code).toBe(code);
    const ended = await server.api('POST', `/sessions/${code}/end`);
    expect(ended.status).toBe(200);
    const { endedAt } = (await (await server.api('GET', `/sessions/${code}`)).json()) as {
      endedAt: string;
    };
    expect(endedAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect((await server.api('POST', `/sessions/${code}/end`)).status).toBe(200);
    expect((await server.api('GET', '/sessions/000000')).status).toBe(404);
  });

  it('[S8] deletes a session with all its data, and disconnects everybody', async () => {
    const code = await answered();
    const phone = await Client.attendee(server.url, code);
    const console = await Client.console(server.url, code);
    expect((await server.api('DELETE', `/sessions/${code}`)).status).toBe(204);
    await phone.until('session:deleted');
    await console.until('session:deleted');
    expect((await server.api('GET', `/sessions/${code}/results.json`)).status).toBe(404);
    expect((await server.api('DELETE', `/sessions/${code}`)).status).toBe(404);
    const facts = await readFacts(server.log, code);
    expect(facts.ok && facts.value).toEqual([]);
  });

  it('[S4] [S10] leaves a session whole that could not be deleted', async () => {
    const code = await server.session();
    const console = await Client.console(server.url, code);
    const other = await openSqlite(join(server.folder, 'plenary.db'));
    await other.exec('BEGIN IMMEDIATE');
    expect((await server.api('DELETE', `/sessions/${code}`)).status).toBe(503);
    await other.exec('ROLLBACK');
    other.close();
    expect(await console.show(1)).toEqual({ ok: true });
    expect((await server.api('DELETE', `/sessions/${code}`)).status).toBe(204);
  });

  it('[S19] refuses a session whose log it cannot read, and goes on with all others', async () => {
    const code = await server.session();
    const unknown = { type: 'activity:opened', activity: 'unheard-of' } as const;
    await server.log.transact('654321', 0, () => [unknown]);
    await expect(Client.attendee(server.url, '654321')).rejects.toMatchObject({
      data: { name: 'storage' },
    });
    expect((await Client.attendee(server.url, code)).socket.connected).toBe(true);
    expect((await server.api('DELETE', '/sessions/654321')).status).toBe(204);
    expect(await readFacts(server.log, '654321')).toEqual({ ok: true, value: [] });
  });

  it('[S8] writes nothing to a session that was deleted, even where a connection still refers to it', async () => {
    const code = await server.session();
    const held = await server.app.registry.find(code);
    await server.api('DELETE', `/sessions/${code}`);
    const late = held.ok && (await held.value?.dispatch({ type: 'join:show', shown: false }));
    expect(late).toMatchObject({ ok: false, error: { name: 'session-deleted' } });
    const facts = await readFacts(server.log, code);
    expect(facts.ok && facts.value).toEqual([]);
  });
});

describe('the results', () => {
  it('[X1] [X2] [X6] are a CSV with one row for each attendee, question and item, while the session runs', async () => {
    const code = await answered();
    const response = await server.api('GET', `/sessions/${code}/results.csv`);
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, ...rows] = new TextDecoder().decode(bytes).trim().split('\r\n');
    expect(head).toBe(`"${resultColumns.join('","')}"`);
    expect(rows).toHaveLength(3);
    expect(rows[0]?.replaceAll('"', '')).toMatch(
      new RegExp(
        `^${code},tea,poll,Tea\\?,[0-9a-f]{16},1,current,[0-9a-f]{20},,1,Yes,,,\\d{4}-.*Z,,,,[^,]+,,\\d{4}-.*Z,2,First,$`,
      ),
    );
  });

  it('[X3] contain no text that a spreadsheet runs as a formula', async () => {
    const code = await answered();
    const csv = await (await server.api('GET', `/sessions/${code}/results.csv`)).text();
    expect(csv).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
  });

  it('[V7] [X6] hold the tallies as well in their JSON', async () => {
    const code = await answered();
    const results = await (await server.api('GET', `/sessions/${code}/results.json`)).json();
    expect(results).toMatchObject({
      session: { code, title: 'A small deck', ended_at: null },
      activities: [{ id: 'tea', answered: 2, tally: { counts: [1, 1] } }, { id: 'biscuit' }, {}],
    });
  });

  it('[X1] name an attendee differently in every session', async () => {
    const attendees = async (code: string): Promise<string[]> => {
      const response = await server.api('GET', `/sessions/${code}/results.json`);
      const { rows } = (await response.json()) as { rows: { attendee: string }[] };
      return rows.map(({ attendee }) => attendee);
    };
    const first = await attendees(await answered());
    const second = await attendees(await answered());
    expect(first.filter((attendee) => second.includes(attendee))).toEqual([]);
  });
});

describe('a browser that has signed in', () => {
  const signIn = async (): Promise<string> => {
    const response = await server.api('POST', '/sign-in', { key: KEY }, null);
    expect(response.status).toBe(204);
    const cookie = response.headers.get('Set-Cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).not.toContain(KEY);
    return cookie.split(';')[0] ?? '';
  };
  const get = (headers: Record<string, string>) =>
    fetch(`${server.url}/api/v1/sessions`, { headers });

  it('[A11] needs no key from then on', async () => {
    expect((await get({ Cookie: await signIn() })).status).toBe(200);
  });

  it('[A1] [A11] is refused with a forged or altered cookie', async () => {
    const cookie = await signIn();
    const later = cookie.replace(/=(\d+)/, (_, expires: string) => `=${Number(expires) + 1}`);
    for (const forged of [later, 'plenary_presenter=1.x', 'plenary_presenter=']) {
      expect((await get({ Cookie: forged })).status).toBe(401);
    }
  });

  it("[A5] cannot be used by another site's page", async () => {
    const Cookie = await signIn();
    expect((await get({ Cookie, Origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await get({ Cookie, Origin: server.url })).status).toBe(200);
  });

  it("[A5] is not signed out by another site's page", async () => {
    const signOut = (Origin: string) =>
      fetch(`${server.url}/api/v1/sign-out`, { method: 'POST', headers: { Origin } });
    const foreign = await signOut('https://elsewhere.example');
    expect([foreign.status, foreign.headers.get('Set-Cookie')]).toEqual([403, null]);
    expect((await signOut(server.url)).status).toBe(204);
  });
});

describe('the files of a deck', () => {
  const get = (path: string) => fetch(`${server.url}${path}`);

  it('[A2] [A16] are its pictures, and never its Markdown', async () => {
    expect((await get('/slides/small/dot.svg')).status).toBe(200);
    for (const path of [
      '/slides/small/deck.md',
      '/slides/small/deck.md?x=.svg',
      '/slides/small/deck.md%00.svg',
      '/slides/small/../../plenary.db',
      '/slides/small/..%2f..%2fplenary.db',
      '/slides/small/deck.MD',
    ]) {
      const response = await get(path);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(await response.text()).not.toContain('secret note');
    }
  });
});

it('[S20] [S22] The server reports whether it is alive and whether it can record', async () => {
  expect(await (await fetch(`${server.url}/healthz`)).text()).toBe('ok');
  expect(await (await fetch(`${server.url}/readyz`)).json()).toMatchObject({
    ready: true,
  });
});

describe("[S34] a deck's own style sheet", () => {
  it('is served cleaned, as it is now, and nothing where there is none', async () => {
    const get = () => fetch(`${server.url}/slides/small/deck.css`);
    const file = join(server.folder, 'slides/small/deck.css');
    expect((await get()).status).toBe(404);
    await writeFile(
      file,
      '@import "https://a.example/b.css"; body { color: red } .a { color: red }',
    );
    const served = await get();
    expect(served.headers.get('Content-Type')).toBe('text/css; charset=UTF-8');
    expect(served.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(await served.text()).toBe('.reveal .slides .a{color:red}');
    await writeFile(file, '.b { position: fixed }');
    expect(await (await get()).text()).toBe('.reveal .slides .b{}');
    await writeFile(file, `.a { color: red } ${' '.repeat(1_000_000)}`);
    expect((await get()).status).toBe(404);
    await rm(file);
    expect((await get()).status).toBe(404);
    expect((await fetch(`${server.url}/slides/..%2fsmall/deck.css`)).status).toBe(404);
  });
});
