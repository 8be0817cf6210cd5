import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BroughtEntry, SessionEntry } from '../../src/protocol/http.ts';
import { Client } from './client.ts';
import { deckText, KEY, RunningServer } from './running-server.ts';
import { readFacts } from '../../server/storage/read-facts.ts';

const withChannel = deckText.replace('title:', 'channels: [questions]\ntitle:');
const yes = { choices: [0], other: null };
const WORDS = 'Ginger, "dunked"; =1+1 \u{1F36A}';
const ASKED = 'Who pays for the biscuits?';

let here: RunningServer;
let there: RunningServer;
let code = '';
let asker = '';
beforeAll(async () => {
  [here, there] = await Promise.all([RunningServer.start(), RunningServer.start()]);
  await here.rewriteDeck(withChannel);
  code = await here.session();
  asker = await talk(code);
});
afterAll(() => Promise.all([here.stop(), there.stop()]));

/** A session with answers to two questions and a question from the room; resolves with the number of who asked it. */
async function talk(session: string): Promise<string> {
  const console = await Client.console(here.url, session);
  await console.show(1);
  const phones = await Promise.all([1, 2, 3].map(() => Client.attendee(here.url, session)));
  for (const phone of phones) expect(await phone.answer('tea', yes)).toMatchObject({ ok: true });
  await console.ask('activity:open', { activity: 'biscuit' });
  const [first] = phones;
  await first?.answer('biscuit', { choices: [], other: WORDS });
  expect(await first?.answer('questions', { asked: [ASKED], votes: [] })).toMatchObject({
    ok: true,
  });
  await here.api('POST', `/sessions/${session}/name`, { name: 'Team Berlin' });
  const attendee = ((await first?.token()) ?? '').split('.')[0] ?? '';
  for (const client of [console, ...phones]) client.close();
  return attendee;
}

async function text(server: RunningServer, path: string): Promise<string> {
  return (await server.api('GET', path)).text();
}

function bring(server: RunningServer, body: string | Uint8Array, key = KEY): Promise<Response> {
  const headers = { Authorization: `Bearer ${key}` };
  // Sound: a Uint8Array is a body.
  const sent = body as BodyInit;
  return fetch(`${server.url}/api/v1/sessions/import`, { method: 'POST', headers, body: sent });
}

async function refusal(response: Promise<Response>): Promise<string> {
  const { error } = (await (await response).json()) as { error?: { name: string } };
  return error?.name ?? 'none';
}

const fileOf = (session: string): Promise<string> =>
  text(here, `/sessions/${session}/session.json`);

async function codes(server: RunningServer): Promise<string[]> {
  const sessions = (await (await server.api('GET', '/sessions')).json()) as SessionEntry[];
  return sessions.map((session) => session.code);
}

/** A file with other facts, and the digest that it would have. */
function forged(file: string, change: (facts: Record<string, unknown>[]) => unknown[]): string {
  const { facts, results_sha256 } = JSON.parse(file) as {
    facts: Record<string, unknown>[];
    results_sha256: string;
  };
  const lines = change(facts).map((fact) =>
    typeof fact === 'string' ? fact : JSON.stringify(fact),
  );
  const first = '{"format":"plenary-session","version":1,"facts":[';
  const covered = `${first}\n${lines.join(',\n')}\n],"results_sha256":"${results_sha256}",`;
  const sha256 = createHash('sha256').update(covered).digest('hex');
  return `${covered}"sha256":"${sha256}"}\n`;
}

/** The facts with another deck. */
function withDeck(change: (deck: Record<string, unknown>) => object) {
  return ([first, ...rest]: Record<string, unknown>[]): unknown[] => {
    const fact = first?.['fact'] as Record<string, unknown>;
    const deck = change(fact['deck'] as Record<string, unknown>);
    return [{ ...first, fact: { ...fact, deck } }, ...rest];
  };
}

describe('the file of a session', () => {
  it('[X19] gives on another server the same results, to the byte, and says when it is there already', async () => {
    const running = await text(here, `/sessions/${code}/results.csv`);
    await here.api('POST', `/sessions/${code}/end`);
    const file = await fileOf(code);
    expect(JSON.parse(file)).toMatchObject({ format: 'plenary-session', version: 1 });
    const brought = await bring(there, file);
    expect(brought.status).toBe(201);
    const { session, sameResults } = (await brought.json()) as BroughtEntry;
    expect(sameResults).toBe(true);
    expect(session).toMatchObject({ code, name: 'Team Berlin' });
    for (const format of ['csv', 'json']) {
      const results = await text(here, `/sessions/${code}/results.${format}`);
      expect(await text(there, `/sessions/${code}/results.${format}`)).toBe(results);
      expect(results).toContain('Ginger');
    }
    expect(await text(there, `/sessions/${code}/results.csv`)).toBe(running);
    expect(await refusal(bring(there, file))).toBe('already-here');
    // After a restart, and as a file again.
    there = await there.restart();
    expect(await text(there, `/sessions/${code}/results.csv`)).toBe(running);
    const again = await text(there, `/sessions/${code}/session.json`);
    await there.api('DELETE', `/sessions/${code}`);
    expect((await bring(there, again)).status).toBe(201);
    expect(await text(there, `/sessions/${code}/results.csv`)).toBe(running);
  });

  it('[X19] of a session that goes on is one that has ended with its latest moment, and takes nobody’s place', async () => {
    const other = await here.session();
    const console = await Client.console(here.url, other);
    await console.show(1);
    const phone = await Client.attendee(here.url, other);
    await phone.answer('tea', yes);
    const { session } = (await (await bring(there, await fileOf(other))).json()) as BroughtEntry;
    expect(session.endedAt).not.toBeNull();
    expect(await text(there, `/sessions/${other}/results.csv`)).toBe(
      await text(here, `/sessions/${other}/results.csv`),
    );
    expect((await here.api('GET', `/sessions/${other}`)).status).toBe(200);
    await phone.answer('tea', { choices: [1], other: null });
    expect(await refusal(bring(there, await fileOf(other)))).toBe('code-taken');
  });

  it('[A24] lets nobody in, and tells nobody who asked', async () => {
    const file = await fileOf(code);
    const [stored] = (await readSecret(here, code)) ?? [];
    expect(stored).toHaveLength(43);
    expect(file).not.toContain(stored);
    expect(file).not.toContain('"secret"');
    const { facts } = JSON.parse(file) as { facts: { fact: Record<string, unknown> }[] };
    const asked = facts.filter(({ fact }) => JSON.stringify(fact).includes(ASKED));
    expect(asked.length).toBeGreaterThan(0);
    for (const { fact } of asked) expect(fact['attendee']).not.toBe(asker);
    expect(file).toContain(asker);
    const phone = await Client.attendee(here.url, code);
    const token = await phone.token();
    const anew = await Client.attendee(there.url, code, { token });
    expect(await anew.token()).not.toBe(token);
    for (const client of [phone, anew]) client.close();
    expect(await refusal(bring(there, file, 'wrong-key-wrong-key'))).toBe('wrong-key');
    expect((await here.api('GET', `/sessions/${code}/session.json`, undefined, null)).status).toBe(
      401,
    );
  });

  it('[X20] is refused with any byte changed, and then nothing is there', async () => {
    const bytes = Buffer.from(await fileOf(code));
    const empty = await RunningServer.start();
    const positions = fc.integer({ min: 0, max: bytes.length - 1 });
    await fc.assert(
      fc.asyncProperty(positions, fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const altered = Buffer.from(bytes);
        altered[at] = (altered[at] ?? 0) ^ by;
        expect(['damaged-file', 'not-a-session']).toContain(await refusal(bring(empty, altered)));
      }),
      { numRuns: 60 },
    );
    for (const cut of [0, 1, bytes.length >> 1, bytes.length - 1]) {
      expect(await refusal(bring(empty, bytes.subarray(0, cut)))).not.toBe('none');
    }
    expect(await codes(empty)).toEqual([]);
    expect(empty.faults).toEqual([]);
    await empty.stop();
  });

  it('[X20] [A24] is refused where its facts are none, or cannot follow on each other, whatever its digest says', async () => {
    const file = await fileOf(code);
    const empty = await RunningServer.start();
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const hostile: Record<string, string> = {
      'no facts': forged(file, () => []),
      'an unknown fact': forged(file, (all) => [
        ...all,
        { seq: all.length + 1, at: 1, fact: { type: 'x' } },
      ]),
      'a gap': forged(file, (all) => all.filter((_, index) => index !== 2)),
      'a start of another session': forged(file, ([first, ...rest]) => [
        first,
        { ...first, seq: 2 },
        ...rest,
      ]),
      'another code': forged(
        file,
        (all) => JSON.parse(JSON.stringify(all).replaceAll(code, '../../x')) as unknown[],
      ),
      'a day to come': forged(file, (all) => all.map((fact) => ({ ...fact, at: 9e14 }))),
      'a secret': forged(
        file,
        (all) =>
          JSON.parse(JSON.stringify(all).replace('"code"', '"secret":"s","code"')) as unknown[],
      ),
      'an answer that nobody could give': forged(
        file,
        (all) =>
          JSON.parse(JSON.stringify(all).replaceAll('"choices":[0]', '"choices":[7]')) as unknown[],
      ),
      'a deck’s name that is a path': forged(
        file,
        withDeck((deck) => ({ ...deck, name: '../../etc' })),
      ),
      'no slides': forged(
        file,
        withDeck((deck) => ({ ...deck, slides: [] })),
      ),
      'a question of no type': forged(
        file,
        withDeck((deck) => ({
          ...deck,
          activities: [{ id: 'tea', type: '__proto__', hash: 'h' }],
        })),
      ),
      'a question without content': forged(
        file,
        withDeck((deck) => ({ ...deck, activities: [{ id: 'tea', type: 'poll', hash: 'h' }] })),
      ),
      depth: forged(file, ([first]) => [
        first,
        `{"seq":2,"at":1,"fact":{"type":"activity:controlled","activity":"tea","control":${deep}}}`,
      ]),
      'many values': forged(file, ([first]) => [
        first,
        `{"seq":2,"at":1,"fact":{"type":"activity:controlled","activity":"tea","control":[${'0,'.repeat(9_000_000)}0]}}`,
      ]),
    };
    for (const [name, body] of Object.entries(hostile)) {
      expect(`${name}: ${await refusal(bring(empty, body))}`).toBe(`${name}: damaged-file`);
    }
    for (const body of [
      '',
      '{}',
      'null',
      '<script>',
      '{"format":"plenary-session","version":2,"facts":[\n',
    ]) {
      expect(await refusal(bring(empty, body))).toBe('not-a-session');
    }
    expect(await refusal(bring(empty, new Uint8Array(65_000_000)))).toBe('too-large');
    expect(await codes(empty)).toEqual([]);
    const prototype = '"__proto__":{"isAdmin":true},"type":';
    const polluting = forged(file, (all) =>
      all.map((fact) => JSON.stringify(fact).replace('"type":', prototype)),
    );
    await bring(empty, polluting);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    expect(await text(empty, `/sessions/${code}/results.csv`)).toBe(
      await text(here, `/sessions/${code}/results.csv`),
    );
    expect(empty.faults).toEqual([]);
    await empty.stop();
  });

  it('[A24] brings no HTML along: of a slide from elsewhere its title and its question are kept', async () => {
    const script = '<img src=x onerror=alert(1)>';
    const file = forged(
      await fileOf(code),
      withDeck((deck) => ({
        ...deck,
        slides: (deck['slides'] as object[]).map((slide) => ({
          ...{ ...slide, title: script, html: script, notes: script },
          attributes: { 'data-background-iframe': 'https://evil.example' },
        })),
      })),
    );
    const empty = await RunningServer.start();
    expect((await bring(empty, file)).status).toBe(201);
    const console = await Client.console(empty.url, code);
    await console.until('session:deck');
    const { slides } = await console.until<{ slides: { html: string; notes: string }[] }>(
      'session:deck',
    );
    for (const { html, notes } of slides) {
      expect(html).not.toContain('<img');
      expect(html).toContain('&lt;img');
      expect(notes).toBe('');
    }
    expect(console.heard()).not.toContain('evil.example');
    console.close();
    await empty.stop();
  });
});

/** The secret of a session as its database has it. */
async function readSecret(server: RunningServer, session: string): Promise<string[]> {
  const read = await readFacts(server.log, session);
  const facts = read.ok ? read.value : [];
  return facts.flatMap(({ fact }) => (fact.type === 'session:started' ? [fact.secret] : []));
}
