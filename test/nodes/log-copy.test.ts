import { cp, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, type TestContext } from 'vitest';
import { copyCommand } from '../../server/cli/log-copy.ts';
import type { EventLog } from '../../server/storage/event-log.ts';
import { postgresLog } from '../../server/storage/postgres/postgres-log.ts';
import { postgresAt } from '../../server/storage/postgres/postgres.ts';
import { readFacts } from '../../server/storage/read-facts.ts';
import { sqliteLog } from '../../server/storage/sqlite-log.ts';
import type { StoredFact } from '../../src/session/facts.ts';
import { Client } from '../integration/client.ts';
import { RunningServer } from '../integration/running-server.ts';
import { freshDatabase } from './fresh-database.ts';

const recorded = 'test/fixtures/recorded/version-0.1/plenary.db';

async function places({ onTestFinished }: Pick<TestContext, 'onTestFinished'>) {
  const folder = await mkdtemp(join(tmpdir(), 'plenary-copies-'));
  const database = await freshDatabase();
  onTestFinished(() => database.drop());
  const file = join(folder, 'plenary.db');
  await cp(recorded, file);
  return { file, back: join(folder, 'back.db'), url: database.url };
}

async function copied(...args: string[]) {
  const lines: string[] = [];
  const exit = await copyCommand(args, (line) => lines.push(line));
  return { exit, words: lines.join('\n') };
}

async function using<Value>(place: string, task: (log: EventLog) => Promise<Value>) {
  const isFile = !place.startsWith('postgres');
  const opened = await (isFile
    ? sqliteLog(place, Date.now)
    : postgresLog(postgresAt(place, 'test'), Date.now));
  if (!opened.ok) throw new Error(opened.error.message);
  try {
    return await task(opened.value);
  } finally {
    await opened.value.close();
  }
}

const sessionsOf = (place: string) =>
  using(place, async (log) => {
    const listed = await log.timed(100, null);
    const all: Record<string, readonly StoredFact[]> = {};
    for (const { code } of listed.ok ? listed.value : []) {
      const facts = await readFacts(log, code);
      if (facts.ok) all[code] = facts.value;
    }
    return all;
  });

it('[N12] has the same facts there and back again, and leaves the source as it is', async (context) => {
  const { file, back, url } = await places(context);
  expect(await copied(file, url)).toMatchObject({
    exit: 0,
    words: expect.stringMatching(/ copied$/),
  });
  expect(await readFile(file)).toEqual(await readFile(recorded));
  expect((await copied(url, back)).exit).toBe(0);
  const facts = await sessionsOf(file);
  expect(Object.keys(facts)).toHaveLength(1);
  expect(await sessionsOf(url)).toEqual(facts);
  expect(await sessionsOf(back)).toEqual(facts);
});

it('[N12] says of a second copy that all is there, and leaves another session alone', async (context) => {
  const { file, url } = await places(context);
  await copied(file, url);
  const again = await copied(file, url);
  expect(again).toMatchObject({
    exit: 0,
    words: expect.stringContaining('already there, the same'),
  });
  const [code = ''] = Object.keys(await sessionsOf(url));
  // It goes on there, and so is another one.
  await using(url, async (log) => {
    const facts = await readFacts(log, code);
    const last = facts.ok ? facts.value.length : 0;
    const more = await log.transact(code, last, () => [{ type: 'session:named', name: 'a\0b 👏' }]);
    expect(more.ok).toBe(true);
  });
  const before = await sessionsOf(url);
  const refused = await copied(file, url);
  expect(refused.exit).toBe(1);
  expect(refused.words).toContain('NOT copied: there is another session with this code');
  expect(await sessionsOf(url)).toEqual(before);
});

it('[N12] keeps NUL and emoji in texts, and copies the others where a session is damaged', async (context) => {
  const { file, back, url } = await places(context);
  const [[code, facts] = ['', []]] = Object.entries(await sessionsOf(file));
  const named = { seq: facts.length + 1, at: 5, fact: { type: 'session:named', name: 'a\0b 👏' } };
  await using(file, async (log) => {
    await log.bring('111111', [...facts, named as StoredFact]);
    // A fact is missing.
    await log.bring('222222', [...facts.slice(0, 3), ...facts.slice(4)]);
  });
  const there = await copied(file, url);
  expect(there.exit).toBe(1);
  expect(there.words).toMatch(/^222222 .* NOT copied: /m);
  expect((await copied(url, back)).exit).toBe(0);
  const kept = await sessionsOf(back);
  expect(Object.keys(kept).sort()).toEqual(['111111', code].sort());
  expect(kept['111111']?.at(-1)).toEqual(named);
});

it('names no password of an address that it cannot reach', async (context) => {
  const { file } = await places(context);
  const refused = await copied(file, 'postgres://me:secret@127.0.0.1:1/none');
  expect(refused.exit).toBe(2);
  expect(refused.words).not.toContain('secret');
});

it('[N12] goes on with a running session where it was', async (context) => {
  const { file, url } = await places(context);
  await copied(file, url);
  const node = await RunningServer.node(url, 'a');
  context.onTestFinished(() => node.stop());
  const text = await readFile('test/fixtures/recorded/version-0.1/attendee.json', 'utf8');
  const { code, token } = JSON.parse(text) as { code: string; token: string };
  const phone = await Client.attendee(node.url, code, { token });
  const console = await Client.console(node.url, code);
  expect(await console.ask('activity:open', { activity: 'later' })).toMatchObject({ ok: true });
  const newer = { choices: [1], other: null };
  expect(await phone.answer('later', newer)).toMatchObject({ ok: true });
});
