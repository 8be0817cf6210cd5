import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CrossChoices, CrossTable } from '../../src/results/cross-table.ts';
import { readCsv } from '../e2e/read-csv.ts';
import { Client } from './client.ts';
import { RunningServer } from './running-server.ts';

let server: RunningServer;
let code: string;
beforeAll(async () => {
  server = await RunningServer.start();
  code = await server.session();
  const console = await Client.console(server.url, code);
  await console.show(1);
  await console.ask('activity:open', { activity: 'biscuit' });
  for (let person = 0; person < 14; person += 1) {
    const phone = await Client.attendee(server.url, code);
    await phone.answer('tea', { choices: [person < 12 ? 0 : 1], other: null });
    await phone.answer('biscuit', { choices: [], other: '=1+1' });
  }
});
afterAll(() => server.stop());

function cross(query: string, format: string): Promise<Response> {
  return server.api('GET', `/sessions/${code}/cross.${format}${query}`);
}

describe('[X17] Two questions crossed', () => {
  it('need the key', async () => {
    for (const path of [
      'cross-questions.json',
      'cross.json?rows=tea&columns=biscuit',
      'cross.csv',
    ]) {
      const none = await server.api('GET', `/sessions/${code}/${path}`, undefined, null);
      expect(await none.json()).toMatchObject({ error: { name: 'key-needed' } });
      const wrong = await server.api('GET', `/sessions/${code}/${path}`, undefined, 'wrong');
      expect(wrong.status).toBe(401);
    }
  });

  it('are the same as JSON and as CSV, with the same numbers hidden and no formula', async () => {
    const { table, threshold } = (await (
      await cross('?rows=tea&columns=biscuit', 'json')
    ).json()) as CrossTable;
    expect(threshold).toBe(5);
    expect(table).toMatchObject({ people: 14, rows: { people: [null, null] } });
    const response = await cross('?rows=tea&columns=biscuit', 'csv');
    expect(response.headers.get('Content-Disposition')).toContain(
      `plenary-small-${code}-cross.csv`,
    );
    const records = readCsv(await response.text());
    const numbers = [...(table?.cells.flat() ?? []), ...(table?.rows.people ?? [])];
    const all = [...numbers, ...(table?.columns.people ?? []), table?.people ?? null];
    expect(records.map(({ people }) => people)).toEqual(all.map((one) => one?.toString() ?? ''));
    expect(records.map(({ hidden }) => hidden)).toEqual(all.map((one) => String(one === null)));
  });

  it.each([
    ['', 400, 'bad-request'],
    ['?rows=tea', 400, 'bad-request'],
    ['?rows=tea&columns=nothing', 404, 'unknown-question'],
    ['?rows=tea&columns=tea:9', 404, 'unknown-question'],
    ['?rows=tea&columns=tea', 422, 'same-question'],
  ])('are refused in words for the query %j', async (query, status, name) => {
    for (const format of ['json', 'csv']) {
      const response = await cross(query, format);
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({ error: { name } });
    }
  });

  it('offer the questions that were asked', async () => {
    const response = await server.api('GET', `/sessions/${code}/cross-questions.json`);
    const { questions } = (await response.json()) as CrossChoices;
    expect(questions.map(({ activity }) => activity)).toEqual(['tea', 'biscuit']);
  });
});
