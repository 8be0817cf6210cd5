import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionComparison } from '../../src/results/comparison/compare-sessions.ts';
import { readCsv } from '../e2e/read-csv.ts';
import { Client } from './client.ts';
import { deckText, RunningServer } from './running-server.ts';
import { readFacts } from '../../server/storage/read-facts.ts';

let server: RunningServer;
let codes: string;
beforeAll(async () => {
  server = await RunningServer.start();
  const first = await cohort([1, 2, 2, 3, 4, 2], '=First');
  const second = await cohort([4, 4, 5, 3, 5, 4, 5], 'Second');
  codes = `${second},${first}`;
});
afterAll(() => server.stop());

/** A session in which each attendee gives one level to both rows, and all but one say yes. */
async function cohort(levels: readonly number[], name: string): Promise<string> {
  const code = await server.session();
  await server.api('POST', `/sessions/${code}/name`, { name });
  const console = await Client.console(server.url, code);
  for (const slide of [1, 3]) await console.show(slide);
  for (const [person, level] of levels.entries()) {
    const phone = await Client.attendee(server.url, code);
    await phone.answer('tea', { choices: [person === 0 ? 1 : 0], other: null });
    const ratings = [level, person < 4 ? level : 'cannot-say'];
    expect(await phone.answer('maturity', { ratings })).toMatchObject({ ok: true });
  }
  return code;
}

function compare(format: string, query = `?sessions=${codes}`): Promise<Response> {
  return server.api('GET', `/compare.${format}${query}`);
}

describe('[X29] sessions compared', () => {
  it('need the key', async () => {
    for (const path of ['/compare.json', '/compare.csv']) {
      const none = await server.api('GET', `${path}?sessions=${codes}`, undefined, null);
      expect(await none.json()).toMatchObject({ error: { name: 'key-needed' } });
      const wrong = await server.api('GET', `${path}?sessions=${codes}`, undefined, 'wrong');
      expect(wrong.status).toBe(401);
    }
  });

  it('have the same figures as JSON and as CSV, hide the same, and begin no formula', async () => {
    const { sessions, questions } = (await (await compare('json')).json()) as SessionComparison;
    expect(sessions).toMatchObject([
      { name: '=First', people: 6 },
      { name: 'Second', people: 7 },
    ]);
    const rating = questions.find(({ id }) => id === 'maturity');
    const [data, people] = rating?.measured?.items ?? [];
    // 14 / 6, and 30 / 7; four people rated the other row.
    expect(data?.sessions[0]?.value).toBeCloseTo(14 / 6);
    expect(data?.sessions[1]?.difference?.value).toBeCloseTo(30 / 7 - 14 / 6);
    expect(people?.sessions).toEqual([null, null]);
    const response = await compare('csv');
    expect(response.headers.get('Content-Disposition')).toContain('plenary-small-comparison.csv');
    const records = readCsv(await response.text());
    const means = records.filter(({ measure }) => measure === 'mean');
    expect(means.map(({ item, value, hidden }) => [item, value, hidden])).toEqual([
      ...(data?.sessions ?? []).map((one) => ['Data', String(one?.value), 'false']),
      ...[0, 1].map(() => ['People', '', 'true']),
    ]);
    expect(means[1]).toMatchObject({
      compared_with: sessions[0]?.code,
      difference_low: String(data?.sessions[1]?.difference?.interval?.low),
    });
    expect(records[0]).toMatchObject({ session_name: "'=First", measure: 'people', value: '6' });
  });

  it('are written with semicolons and decimal commas for some spreadsheets', async () => {
    const response = await compare('csv', `?sessions=${codes}&for=excel`);
    const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
    expect(text).toMatch(/^\uFEFF"activity";"type";/);
    expect(text).toContain('"2,3333333333333335"');
  });

  it('are read for the moment, and do not stay in memory', async () => {
    server = await server.restart();
    expect((await compare('json')).status).toBe(200);
    const [first = '', second = ''] = codes.split(',');
    expect([first, second].map((code) => server.app.registry.isInMemory(code))).toEqual([
      false,
      false,
    ]);
  });

  it.each([
    ['', 400, 'bad-request'],
    ['?sessions=123456', 400, 'bad-request'],
    ['?sessions=123456,123456', 400, 'bad-request'],
    ['?sessions=1,2', 400, 'bad-request'],
    [
      `?sessions=${Array.from({ length: 13 }, (_, one) => 100_000 + one).join()}`,
      400,
      'bad-request',
    ],
  ])('are refused in words for the query %j', async (query, status, name) => {
    for (const format of ['json', 'csv']) {
      const response = await compare(format, query);
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({ error: { name } });
    }
  });

  it('are refused where a session is unknown, or of another deck', async () => {
    const [first = ''] = codes.split(',');
    await mkdir(join(server.folder, 'slides/other'));
    await writeFile(join(server.folder, 'slides/other/deck.md'), deckText);
    const started = await server.api('POST', '/sessions', { deck: 'other' });
    const { code } = (await started.json()) as { code: string };
    await expectRefused(`${first},${code}`, 422, 'different-decks');
    const unknown = [first, code].includes('111111') ? '222222' : '111111';
    await expectRefused(`${first},${unknown}`, 404, 'unknown-code');
  });

  it('[X28] are refused where one is a copy of the other', async () => {
    const [first = ''] = codes.split(',');
    const read = await readFacts(server.log, first);
    if (!read.ok) throw new Error(read.error.message);
    const copied = read.value.map(({ fact }) =>
      fact.type === 'session:started' ? { ...fact, code: '000001' } : fact,
    );
    await server.log.transact('000001', 0, () => copied);
    await expectRefused(`${first},000001`, 409, 'shared-answers');
  });

  async function expectRefused(sessions: string, status: number, name: string): Promise<void> {
    const response = await compare('json', `?sessions=${sessions}`);
    expect(await response.json()).toMatchObject({ error: { name } });
    expect(response.status).toBe(status);
  }
});
