import { Client as Database } from 'pg';
import { describe, it, type TestContext } from 'vitest';
import { postgresAt } from '../../server/storage/postgres/postgres.ts';
import { NodeChannel } from '../../server/storage/postgres/node-channel.ts';
import type { StageSnapshot } from '../../src/session/views.ts';
import { Client } from '../integration/client.ts';
import { freshDatabase } from './fresh-database.ts';
import { twoNodes } from './some-nodes.ts';

/** A connection of the test's own to a database. */
async function databaseAt(
  { onTestFinished }: Pick<TestContext, 'onTestFinished'>,
  url: string,
): Promise<Database> {
  const database = new Database({ connectionString: url });
  database.on('error', () => undefined);
  await database.connect();
  onTestFinished(() => database.end());
  return database;
}

/** A session with its console at one node and a stage at the other. */
async function onBoth(context: Pick<TestContext, 'onTestFinished'>) {
  const { a, b, database } = await twoNodes(context);
  const code = await a.session();
  const console = await Client.console(a.url, code);
  const stage = await Client.stage(b.url, code);
  const shows = (h: number) =>
    stage.until<StageSnapshot>('session:state', ({ position }) => position.h === h);
  await console.show(1);
  await shows(1);
  return { a, b, code, console, shows, sql: await databaseAt(context, database.url) };
}

describe.concurrent('a node', () => {
  it('[N3] finds facts in the table of which nobody told it', async (context) => {
    const { code, shows, sql } = await onBoth(context);
    const fact = JSON.stringify({ type: 'slide:shown', position: { h: 2, v: 0, f: -1 } });
    // As every other program writes: a notification that was sent and lost is none.
    await sql.query(
      `WITH head AS (UPDATE sessions SET last = last + 1 WHERE session = $1 RETURNING last)
      INSERT INTO facts (session, seq, at, fact) SELECT $1, last, $2, $3 FROM head`,
      [code, Date.now(), fact],
    );
    await shows(2);
  });

  it('[N3] misses nothing while its connection for notifications is ended, again and again', async (context) => {
    const { expect } = context;
    const { console, shows, sql } = await onBoth(context);
    for (let slide = 2; slide <= 6; slide += 1) {
      await sql.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name LIKE 'plenary b%'`);
      const h = (slide % 3) + 1;
      expect(await console.show(h)).toEqual({ ok: true });
      await shows(h);
    }
  });

  it('[N3] drops a message that is longer than a notification may be, and passes on the next', async (context) => {
    const { expect } = context;
    const database = await freshDatabase();
    const heard: unknown[] = [];
    const faults: unknown[] = [];
    const channels = ['a', 'b'].map((node) => {
      const listeners = {
        onFacts: () => undefined,
        onMessage: (message: unknown) => void heard.push(message),
        onConnected: () => undefined,
        onFault: (error: unknown) => void faults.push(error),
      };
      const postgres = postgresAt(database.url, node);
      return { postgres, channel: new NodeChannel(postgres, listeners) };
    });
    const [a] = channels;
    await expect
      .poll(() => {
        a?.channel.send('x'.repeat(8_000));
        a?.channel.send('short');
        return heard[0];
      })
      .toBe('short');
    expect(heard).not.toContain('x'.repeat(8_000));
    expect(faults).toEqual([]);
    for (const { channel, postgres } of channels) {
      await channel.stop();
      await postgres.close();
    }
    await database.drop();
  });
});
