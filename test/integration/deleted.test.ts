import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSqlite } from '../../server/storage/sqlite.ts';
import { Client } from './client.ts';
import { RunningServer } from './running-server.ts';

const WORDS = 'Ginger nuts, dunked';

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());

/** The files of the data folder, with the write-ahead log, that contain this text. */
async function filesWith(words: string): Promise<string[]> {
  const names = (await readdir(server.folder)).filter((name) => name.startsWith('plenary.db'));
  const texts = await Promise.all(names.map((name) => readFile(join(server.folder, name))));
  return names.filter((_, index) => texts[index]?.includes(words));
}

it('[S8] A deleted session is in no file of the server any more, and all others still are', async () => {
  const [code, other] = [await server.session(), await server.session()];
  for (const [session, words] of [
    [code, WORDS],
    [other, 'Shortbread'],
  ] as const) {
    const console = await Client.console(server.url, session);
    await console.ask('activity:open', { activity: 'biscuit' });
    const phone = await Client.attendee(server.url, session);
    expect(await phone.answer('biscuit', { choices: [], other: words })).toMatchObject({
      ok: true,
    });
  }
  expect(await filesWith(WORDS)).not.toEqual([]);
  expect((await server.api('DELETE', `/sessions/${code}`)).status).toBe(204);
  expect(await filesWith(WORDS)).toEqual([]);
  expect(await filesWith('Shortbread')).not.toEqual([]);
});

it('[S8] A deletion during which another program reads the file says so, and is finished afterwards', async () => {
  const code = await server.session();
  const console = await Client.console(server.url, code);
  await console.ask('activity:open', { activity: 'biscuit' });
  const phone = await Client.attendee(server.url, code);
  await phone.answer('biscuit', { choices: [], other: WORDS });
  const reader = await openSqlite(join(server.folder, 'plenary.db'));
  await reader.exec('BEGIN; SELECT count(*) FROM facts');
  const deleted = await server.api('DELETE', `/sessions/${code}`);
  expect(deleted.status).toBe(202);
  expect(await deleted.json()).toEqual({
    message: expect.stringContaining('as soon as') as string,
  });
  expect((await server.api('GET', `/sessions/${code}`)).status).toBe(404);
  expect(await filesWith(WORDS)).not.toEqual([]);
  await reader.exec('COMMIT');
  reader.close();
  await expect.poll(() => filesWith(WORDS), { timeout: 10_000 }).toEqual([]);
});
