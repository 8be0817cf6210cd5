import { text } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '../e2e/read-csv.ts';
import { Client } from './client.ts';
import { RunningServer } from './running-server.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());

async function unzipped(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(bytes);
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    files.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
  }
  return files;
}

async function answered(deck: string): Promise<string> {
  const started = await server.api('POST', '/sessions', { deck });
  const { code } = (await started.json()) as { code: string };
  const console = await Client.console(server.url, code);
  await console.show(1);
  const phone = await Client.attendee(server.url, code);
  await phone.answer('tea', { choices: [0], other: null });
  await server.api('POST', `/sessions/${code}/end`);
  for (const client of [console, phone]) client.close();
  return code;
}

const exported = async (path: string): Promise<string> => (await server.api('GET', path)).text();

describe('[X21] all results of a deck', () => {
  it('are one zip with each session, also those under its earlier name, and a list that says what is missing', async () => {
    const first = await answered('small');
    await server.api('POST', '/decks/small/rename', { name: 'large' });
    await server.api('POST', `/sessions/${first}/name`, { name: '=1+1' });
    const second = await answered('large');
    const started = await server.api('POST', '/sessions', { deck: 'large', rehearsal: true });
    const { code: damaged } = (await started.json()) as { code: string };
    await server.log.transact(damaged, 1, () => [{ type: 'activity:opened', activity: 'nothing' }]);
    const response = await server.api('GET', '/decks/large/sessions.zip');
    expect(response.headers.get('Content-Type')).toBe('application/zip');
    const files = await unzipped(Buffer.from(await response.arrayBuffer()));
    const index = readCsv(files.get('index.csv') ?? '');
    expect(new Set(index.map(({ code }) => code))).toEqual(new Set([first, second, damaged]));
    expect(index).toHaveLength(3);
    for (const code of [first, second]) {
      const { folder, missing, people } = index.find((row) => row['code'] === code) ?? {};
      expect([missing, people]).toEqual(['', '1']);
      for (const file of ['results.csv', 'results.json', 'session.json']) {
        expect(files.get(`${folder}/${file}`)).toBe(await exported(`/sessions/${code}/${file}`));
      }
    }
    const unread = index.find(({ code }) => code === damaged);
    expect(unread).toMatchObject({
      rehearsal: 'true',
      missing: 'results.csv results.json session.json',
    });
    expect(index.find(({ code }) => code === first)?.['name']).toBe("'=1+1");
    expect(server.faults).toEqual([]);
  });

  it('need the key, and a deck that was given', async () => {
    const status = async (name: string, key?: null): Promise<number> =>
      (await server.api('GET', `/decks/${name}/sessions.zip`, undefined, key)).status;
    expect(await status('large', null)).toBe(401);
    for (const name of ['wrong', 'none', '..%2f..']) expect(await status(name)).toBe(404);
  });
});
