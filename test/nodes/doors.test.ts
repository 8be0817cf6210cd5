import { describe, it } from 'vitest';
import { readEnvironment } from '../../server/start/environment.ts';
import { openStore } from '../../server/start/open-store.ts';
import { valueOf } from '../fixtures/value-of.ts';
import { Client } from '../integration/client.ts';
import { freshDatabase } from './fresh-database.ts';
import { twoNodes } from './some-nodes.ts';

/** The names of the refusals of so many guesses, one after the other, at each node in turn. */
async function guess(
  count: number,
  guesses: readonly (() => Promise<unknown>)[],
): Promise<string[]> {
  const names: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const refused = await guesses[at % guesses.length]?.().catch((error: unknown) => error);
    names.push((refused as { data?: { name?: string } } | undefined)?.data?.name ?? 'in');
  }
  return names;
}

describe.concurrent('nodes on one database', () => {
  it('[N9] have one presenter key, which the first makes', async ({ expect, onTestFinished }) => {
    const database = await freshDatabase();
    onTestFinished(() => database.drop());
    const variables = { DATABASE_URL: database.url, NODE_NAME: 'one' };
    const environment = valueOf(readEnvironment(variables));
    const stores = await Promise.all([openStore(environment), openStore(environment)]);
    const [one, other] = stores.map(valueOf);
    expect(one?.key).toMatch(/^[\w-]{20,}$/);
    expect(other?.key).toBe(one?.key);
    for (const store of stores) await valueOf(store).log.close();
    const given = valueOf(readEnvironment({ ...variables, PRESENTER_KEY: 'one-of-our-own' }));
    const store = valueOf(await openStore(given));
    expect(store.key).toBe('one-of-our-own');
    await store.log.close();
  });

  it('[N9] [A11] believe a browser that has signed in at another', async (context) => {
    const { expect } = context;
    const { a, b } = await twoNodes(context);
    const signedIn = await a.api('POST', '/sign-in', { key: 'the-presenters-own-key' }, null);
    const [cookie = ''] = signedIn.headers.getSetCookie();
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    expect((await fetch(`${b.url}/api/v1/sessions`, { headers })).status).toBe(200);
  });

  it('[N9] [A6] count wrong codes and wrong keys together', async (context) => {
    const { expect } = context;
    const { a, b } = await twoNodes(context);
    const code = await a.session();
    const other = code === '000000' ? '000001' : '000000';
    const codes = await guess(
      32,
      [a, b].map(
        ({ url }) =>
          () =>
            Client.connect(url, other, 'attendee'),
      ),
    );
    expect(codes.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 'unknown-code'));
    expect(codes[30]).not.toBe('unknown-code');
    const keys = await guess(
      11,
      [a, b].map(
        ({ url }) =>
          () =>
            Client.connect(url, code, 'console', { key: 'not-the-right-key' }),
      ),
    );
    expect(keys.filter((name) => name === 'wrong-key')).toHaveLength(10);
    expect(keys.at(-1)).toBe('slow-down');
    // The right one is let in all the same.
    (await Client.console(b.url, code)).close();
  });

  it('[N9] say which of them they are', async (context) => {
    const { expect } = context;
    const { a, b } = await twoNodes(context);
    for (const [node, name] of [
      [a, 'a'],
      [b, 'b'],
    ] as const) {
      const ready: unknown = await (await fetch(`${node.url}/readyz`)).json();
      expect(ready).toMatchObject({ ready: true, node: name });
      const metrics = await (await fetch(`${node.url}/metrics`)).text();
      expect(metrics).toContain(`plenary_node_info{node="${name}"} 1`);
      expect(metrics).toMatch(/plenary_database_connections\{pool="answers",state="idle"\} \d/);
    }
  });
});
