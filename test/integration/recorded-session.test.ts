import { cp, mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRecord } from '../../src/lib/json.ts';
import type { Results } from '../../src/session/results.ts';
import type { AttendeeSnapshot, ConsoleActivityView, OwnAnswers } from '../../src/session/views.ts';
import { readCsv } from '../e2e/read-csv.ts';
import { Client } from './client.ts';
import { RunningServer } from './running-server.ts';

/** A session of seven types of question that version 0.1 recorded, and that had not ended. */
const recorded = 'test/fixtures/recorded/version-0.1';

let server: RunningServer;
let code: string;
let token: string;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plenary-recorded-'));
  await mkdir(join(folder, 'slides'));
  await cp(join(recorded, 'plenary.db'), join(folder, 'plenary.db'));
  server = await RunningServer.onFolder(folder);
  const attendee: unknown = JSON.parse(await readFile(join(recorded, 'attendee.json'), 'utf8'));
  if (isRecord(attendee)) ({ code, token } = attendee as { code: string; token: string });
});
afterAll(() => server.stop());

describe('a session that version 0.1 recorded', () => {
  it('[S25] exports what version 0.1 exported of it, under the names of this version', async () => {
    const response = await server.api('GET', `/sessions/${code}/results.csv`);
    const exported = await readFile(join(recorded, 'results.csv'), 'utf8');
    // Version 0.1 asked nothing again, and gave no points and no names of sessions.
    const since = { again: '', points: '', team: '', session_name: '', before_after: '' };
    const place = { deck: expect.stringMatching(/./), slide: expect.stringMatching(/^\d+$/) };
    const named = {
      ...place,
      slide_title: expect.any(String),
      session_start: expect.stringMatching(/Z$/),
    };
    const earlier = readCsv(exported.replace(',voter,', ',attendee,'));
    expect(readCsv(await response.text())).toEqual(
      earlier.map((row) => ({ ...row, ...since, ...named })),
    );
    const json = await server.api('GET', `/sessions/${code}/results.json`);
    const { rows, activities } = (await json.json()) as Results;
    const before = JSON.parse(await readFile(join(recorded, 'results.json'), 'utf8')) as {
      rows: unknown[];
      activities: { tally: unknown; answered: number; solution: unknown }[];
    };
    expect(rows).toHaveLength(before.rows.length);
    expect(activities.map(({ tally, answered }) => ({ tally, answered }))).toEqual(
      before.activities.map(({ tally, answered }) => ({ tally, answered })),
    );
    expect(activities.map(({ correctAnswer }) => correctAnswer)).toEqual(
      before.activities.map(({ solution }) => solution),
    );
  });

  it('[S25] knows its attendees again, and takes their next answers', async () => {
    const phone = await Client.attendee(server.url, code, { token });
    expect(phone.messages.some(({ event }) => event === 'attendee:token')).toBe(false);
    const own = await phone.until<OwnAnswers>('answers:mine');
    expect(Object.keys(own).sort()).toEqual(
      ['cases', 'drink', 'later', 'maturity', 'pain', 'share', 'steep', 'worth'].sort(),
    );
    const { here } = await phone.until<AttendeeSnapshot>('session:state');
    expect(here).toBe('later');
    // Its countdown has ended since.
    const console = await Client.console(server.url, code);
    expect(await console.ask('activity:open', { activity: 'later' })).toMatchObject({ ok: true });
    const newer = { choices: [1], other: null };
    expect(await phone.answer('later', newer)).toMatchObject({ ok: true });
    const anew = await Client.attendee(server.url, code, { token });
    expect((await anew.until<OwnAnswers>('answers:mine'))['later']).toMatchObject({
      answer: newer,
    });
  });

  it('[S25] shows the room the texts that were approved then, and no others', async () => {
    const stage = await Client.stage(server.url, code);
    const { activities } = await stage.until<{ activities: ConsoleActivityView[] }>(
      'session:state',
    );
    const shown = JSON.stringify(activities.find(({ id }) => id === 'pain')?.tally);
    expect(shown).toContain('Approvals take longer than building');
    expect(shown).not.toContain('Nobody owns the tests');
  });
});
