import { afterAll, expect, it } from 'vitest';
import { Client } from 'pg';
import { postgresAt } from '../../server/storage/postgres/postgres.ts';
import { postgresLog } from '../../server/storage/postgres/postgres-log.ts';
import { readFacts } from '../../server/storage/read-facts.ts';
import type { Fact } from '../../src/session/facts.ts';
import { describeEventLog } from '../contracts/event-log-contract.ts';
import { valueOf } from '../fixtures/value-of.ts';
import { freshDatabase, type FreshDatabase } from './fresh-database.ts';

const opened: Fact = { type: 'activity:opened', activity: 'a' };

const databases: FreshDatabase[] = [];
afterAll(() => Promise.all(databases.map((database) => database.drop())));

async function emptyDatabase(): Promise<string> {
  const database = await freshDatabase();
  databases.push(database);
  return database.url;
}

async function logAt(url: string, now: () => number = Date.now) {
  return valueOf(await postgresLog(postgresAt(url, 'one'), now));
}

describeEventLog('on PostgreSQL', async (now) => logAt(await emptyDatabase(), now));

it('[N1] [S3] two nodes that write to one session at once number its facts without gaps', async () => {
  const url = await emptyDatabase();
  const logs = [await logAt(url), await logAt(url)];
  const writers = logs.flatMap((log) =>
    Array.from({ length: 40 }, () => log.transact('x', 0, () => [opened])),
  );
  for (const written of await Promise.all(writers)) expect(written.ok).toBe(true);
  const [log] = logs;
  const facts = log === undefined ? [] : valueOf(await readFacts(log, 'x'));
  expect(facts.map(({ seq }) => seq)).toEqual(Array.from({ length: 80 }, (_, n) => n + 1));
  for (const one of logs) await one.close();
});

it('[N1] [S8] a session that another node has deleted is not damaged', async () => {
  const url = await emptyDatabase();
  const [one, other] = [await logAt(url), await logAt(url)];
  await one.transact('x', 0, () => [opened, opened]);
  await other.forget('x');
  expect((await one.verifyRead('x', 2)).ok).toBe(true);
  expect(valueOf(await one.survey())).toEqual([]);
  expect((await one.transact('x', 2, () => [opened])).ok).toBe(false);
  await one.close();
  await other.close();
});

it('[N1] [V1] facts that are gone from a session are noticed', async () => {
  const url = await emptyDatabase();
  const log = await logAt(url);
  await log.transact('x', 0, () => [opened, opened, opened]);
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('DELETE FROM facts WHERE seq = 2');
  await client.end();
  expect(await log.verifyRead('x', 3)).toMatchObject({ ok: false, error: { name: 'damaged' } });
  expect(valueOf(await log.survey())).toEqual(['x']);
  await log.close();
});

it('[N6] nodes that start at once make the tables once, and one that is older than the tables goes on', async () => {
  const url = await emptyDatabase();
  const logs = await Promise.all(Array.from({ length: 5 }, () => logAt(url)));
  const client = new Client({ connectionString: url });
  await client.connect();
  // As a newer version leaves it.
  await client.query('INSERT INTO plenary_steps (step) VALUES (99)');
  await client.query('ALTER TABLE sessions ADD COLUMN further text');
  await client.end();
  logs.push(await logAt(url));
  for (const [place, log] of logs.entries()) {
    expect((await log.transact('x', place, () => [opened])).ok).toBe(true);
    await log.close();
  }
});
