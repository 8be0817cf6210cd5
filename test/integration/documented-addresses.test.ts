import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from './client.ts';
import { RunningServer } from './running-server.ts';
import { PRESENTER_COOKIE } from '../../server/auth/caller.ts';
import { presenterKey } from '../../server/auth/presenter-key.ts';

let server: RunningServer;
let code: string;
let addresses: readonly Address[];
beforeAll(async () => {
  server = await RunningServer.start();
  code = await server.session();
  addresses = addressesIn(await readFile('docs/protocol.md', 'utf8'), code);
});
afterAll(() => server.stop());

interface Address {
  readonly method: string;
  readonly path: string;
}

const OPEN = ['/api/v1/sign-in', '/api/v1/sign-out'];

/** All addresses of the HTTP interface that need the key, as the tables of its paper list them. */
function addressesIn(paper: string, session: string): readonly Address[] {
  const cells = paper
    .split('\n')
    .map((line) => /^\| (`[A-Z]+ \/api\/v1\/[^|]*)/.exec(line)?.[1] ?? '');
  return cells
    .flatMap(spelledOut)
    .map(({ method, path }) => ({
      method,
      path: path
        .replace('CODE', session)
        .replace('NAME', 'small')
        .replace(/ID(:\d)?/g, 'tea'),
    }))
    .filter(({ path }) => !OPEN.includes(path));
}

/** The addresses in a cell: one in whole, and names of files that take the place of its last part. */
function spelledOut(cell: string): Address[] {
  const all = [...cell.matchAll(/`(?:([A-Z]+) )?([^` {]+)[^`]*`/g)];
  const [, method = '', whole = ''] = all[0] ?? [];
  const others = all
    .slice(1)
    .filter(([, verb, name = '']) => verb === undefined && /^[a-z-]+\.[a-z]+$/.test(name));
  const files = others.map(([, , name = '']) => whole.replace(/[^/]+$/, name));
  const further = all.slice(1).filter(([, verb]) => verb !== undefined);
  return [
    ...[whole, ...files].filter((path) => path !== '').map((path) => ({ method, path })),
    ...further.map(([, verb = '', path = '']) => ({ method: verb, path })),
  ];
}

async function statusOf(
  { method, path }: Address,
  headers: Record<string, string>,
): Promise<number> {
  const sent = { method, headers, redirect: 'manual' } as const;
  return (await fetch(server.url + path, sent)).status;
}

/** The addresses that answer with another status than these. */
async function otherwise(statuses: readonly number[], headers: Record<string, string>) {
  const found: string[] = [];
  for (const address of addresses) {
    const status = await statusOf(address, headers);
    if (!statuses.includes(status)) found.push(`${address.method} ${address.path}: ${status}`);
  }
  return found;
}

describe('[A1] every address in the paper on the protocol', () => {
  it('is found there', () => {
    const paths = addresses.map(({ path }) => path.split('/').at(-1));
    expect(paths).toEqual(
      expect.arrayContaining(['decks', 'results.xlsx', 'wide.csv', 'codebook.csv', 'report.html']),
    );
    expect(addresses.length).toBeGreaterThan(30);
  });

  it('refuses a request without the key', async () => {
    expect(await otherwise([401], {})).toEqual([]);
  });

  it('refuses the cookie of another server, and the token of an attendee', async () => {
    const cookie = `${PRESENTER_COOKIE}=${presenterKey('the key of another').cookie(Date.now())}`;
    expect(await otherwise([401], { Cookie: cookie, Origin: server.url })).toEqual([]);
    const phone = await Client.attendee(server.url, code);
    const token = await phone.token();
    // After some wrong keys it says when to ask again.
    expect(await otherwise([401, 429], { Authorization: `Bearer ${token}` })).toEqual([]);
  });
});
