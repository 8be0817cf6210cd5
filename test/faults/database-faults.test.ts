import { setTimeout } from 'node:timers/promises';
import { Client as Database } from 'pg';
import { describe, it } from 'vitest';
import type { TrialDatabase } from '../../server/cli/cluster/trial-database.ts';
import { Client } from '../integration/client.ts';
import { DatabaseProxy } from '../nodes/database-proxy.ts';
import { answerAll, type StorageFault } from './retrying-phones.ts';
import { choicesAt, phonesAt, trialDatabase, twoNodes } from './two-nodes.ts';

const tea = { choices: [0], other: null };
const coffee = { choices: [1], other: null };

const faults: Record<string, (database: TrialDatabase) => StorageFault> = {
  'is stopped and started again': (database) => ({
    begin: () => database.end(),
    end: () => database.run(),
  }),
  'is killed and started again': (database) => ({
    begin: () => database.killHard(),
    end: () => database.run(),
  }),
  'says nothing for 20 seconds': (database) => ({
    begin: async () => void (await database.signal('SIGSTOP')),
    async end() {
      await setTimeout(20_000);
      await database.signal('SIGCONT');
    },
  }),
};

describe.concurrent('two nodes, whose database', () => {
  it.for(Object.entries(faults))(
    '[N5] [V1] [V3] %s, lose and double nothing, and go on by themselves',
    async ([, faultOf], context) => {
      const { expect } = context;
      const database = await trialDatabase(context);
      const { a, b, code, console } = await twoNodes(context, [database.url(), database.url()]);
      const phones = await phonesAt([a, b], code);
      const { latest, refused } = await answerAll(phones, 'drink', 1, faultOf(database));
      expect(refused).toBeGreaterThan(0);
      await console.until<{ problem: unknown }>(
        'storage:changed',
        ({ problem }) => problem !== null,
      );
      for (const node of [a, b]) {
        await expect.poll(() => choicesAt(node, code)).toEqual(latest);
        await expect.poll(async () => (await fetch(`${node.url}/readyz`)).status).toBe(200);
      }
      expect([...a.faults, ...b.faults]).toEqual([]);
    },
  );

  it('[N5] [S10] is cut off from one of them, go on at the other, and agree once it is back', async (context) => {
    const { expect } = context;
    const database = await trialDatabase(context);
    const way = await DatabaseProxy.before(database.url());
    context.onTestFinished(() => way.stop());
    const { a, b, code } = await twoNodes(context, [database.url(), way.url]);
    const [here, there] = [await Client.attendee(a.url, code), await Client.attendee(b.url, code)];
    const console = await Client.console(b.url, code);
    const stage = await Client.stage(b.url, code);
    way.cut();
    expect(await here.answer('drink', tea)).toMatchObject({ ok: true });
    const refused = await there.answer('drink', coffee, 'while-cut-off');
    expect(refused).toMatchObject({ ok: false, error: { name: 'unavailable', retryAfter: 3 } });
    await console.until<{ problem: { name: string } | null }>(
      'storage:changed',
      ({ problem }) => problem?.name === 'unavailable',
    );
    expect((await fetch(`${b.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${a.url}/readyz`)).status).toBe(200);
    way.mend();
    await stage.until<{ answered: number }>('activity:changed', ({ answered }) => answered === 1);
    await expect
      .poll(async () => (await there.answer('drink', coffee, 'while-cut-off')).ok)
      .toBe(true);
    for (const node of [a, b]) {
      await expect
        .poll(async () => [...(await choicesAt(node, code)).values()].toSorted())
        .toEqual(['Coffee', 'Tea']);
    }
    await console.until<{ problem: unknown }>('storage:changed', ({ problem }) => problem === null);
  });

  it('[N5] has no connection left for them, lose nothing, and go on when it has', async (context) => {
    const { expect } = context;
    const database = await trialDatabase(context);
    const owner = new Database({ connectionString: database.url() });
    await owner.connect();
    context.onTestFinished(() => owner.end());
    await owner.query('CREATE ROLE plenary LOGIN');
    await owner.query('CREATE DATABASE plenary OWNER plenary');
    const url = database.url('plenary').replace('postgres@', 'plenary@');
    const { a, b, code } = await twoNodes(context, [url, url]);
    const phones = await phonesAt([a, b], code);
    const { latest, refused } = await answerAll(phones, 'drink', 1, {
      async begin() {
        await owner.query('ALTER ROLE plenary CONNECTION LIMIT 0');
        await owner.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'plenary'`,
        );
      },
      async end() {
        await owner.query('ALTER ROLE plenary CONNECTION LIMIT -1');
      },
    });
    expect(refused).toBeGreaterThan(0);
    for (const node of [a, b]) await expect.poll(() => choicesAt(node, code)).toEqual(latest);
  });

  it('[N5] is busy with all that is read, keep taking answers meanwhile', async (context) => {
    const { expect } = context;
    const database = await trialDatabase(context);
    const { a, code, console } = await twoNodes(context, [database.url(), database.url()]);
    const phones = await phonesAt([a], code);
    const reading = Promise.allSettled(
      Array.from({ length: 12 }, async () => a.postgres?.reading.query('SELECT pg_sleep(3)')),
    );
    let isRead = false;
    void reading.then(() => (isRead = true));
    const receipts = await Promise.all(phones.map((phone) => phone.answer('drink', tea)));
    expect(receipts.every(({ ok }) => ok)).toBe(true);
    expect(isRead).toBe(false);
    await reading;
    console.close();
  });
});
