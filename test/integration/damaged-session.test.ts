import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../server/storage/sqlite.ts';
import { Client } from './client.ts';
import { RunningServer } from './running-server.ts';

let server: RunningServer;
let code = '';
beforeEach(async () => {
  server = await RunningServer.start();
  code = await server.session();
  const presenter = await Client.console(server.url, code);
  await presenter.show(1);
  const phone = await Client.attendee(server.url, code);
  await phone.answer('tea', { choices: [0], other: null });
  presenter.close();
  phone.close();
});
afterEach(() => server.stop());

/** Another program changes the database. */
async function change(statement: string): Promise<void> {
  const database = await openSqlite(join(server.folder, 'plenary.db'));
  await database.exec(statement);
  database.close();
}

const alterations = {
  'has lost a fact': 'DELETE FROM facts WHERE seq = 2',
  'has lost its first fact': 'DELETE FROM facts WHERE seq = 1',
  'has a fact that is no JSON': 'UPDATE facts SET fact = substr(fact, 2) WHERE seq = 3',
};

describe('a session whose log is damaged', () => {
  for (const [name, statement] of Object.entries(alterations)) {
    it(`[S1] [S3] [S10] is not shown where it ${name}, and others are`, async () => {
      const other = await server.session();
      await change(`${statement} AND session = '${code}'`);
      server = await server.restart();
      await expect(Client.attendee(server.url, code)).rejects.toMatchObject({
        data: { name: 'storage', message: expect.stringContaining('damaged') as string },
      });
      const refused = await server.api('GET', `/sessions/${code}/results.csv`);
      expect(refused.status).toBe(503);
      expect(await refused.json()).toMatchObject({ error: { name: 'damaged' } });
      expect((await server.api('GET', `/sessions/${other}/results.csv`)).status).toBe(200);
    });
  }

  it('[S2] [S3] [S10] takes no answer once an older database was put in its place', async () => {
    const phone = await Client.attendee(server.url, code);
    await phone.until('session:state');
    await change(`DELETE FROM facts WHERE session = '${code}' AND seq > 2`);
    expect(await phone.answer('tea', { choices: [1], other: null })).toMatchObject({
      ok: false,
      error: { name: 'damaged', message: expect.stringContaining('older') as string },
    });
    const stage = await Client.stage(server.url, code);
    expect(await stage.until('storage:changed')).toMatchObject({ problem: { name: 'damaged' } });
    for (const client of [phone, stage]) client.close();
  });
});

describe('the readiness of a server', () => {
  it('[S22] [S10] says that a session is damaged which nobody has asked for yet, until it is deleted', async () => {
    const other = await server.session();
    await change(`DELETE FROM facts WHERE seq = 2 AND session = '${code}'`);
    server = await server.restart();
    const ready = await fetch(`${server.url}/readyz`);
    expect(ready.status).toBe(503);
    const { reasons } = (await ready.json()) as { reasons: unknown[] };
    expect(reasons).toEqual([
      { name: 'damaged', message: expect.stringContaining('of a session') as string },
    ]);
    const console = await Client.console(server.url, other);
    expect(await console.until('storage:changed')).toEqual({ problem: null });
    expect(await console.show(1)).toEqual({ ok: true });
    expect((await server.api('DELETE', `/sessions/${code}`)).status).toBe(204);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    console.close();
  });
});
