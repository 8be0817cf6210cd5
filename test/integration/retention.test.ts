import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultTimeouts } from '../../server/http/http-timeouts.ts';
import { defaultIdleLimits } from '../../server/live/idle-sessions.ts';
import { openSqlite } from '../../server/storage/sqlite.ts';
import type { SessionEntry } from '../../src/protocol/http.ts';
import { Client } from './client.ts';
import { deckText, RunningServer } from './running-server.ts';

const DAY = 86_400_000;
const SERVER_DAYS = 30;
const yes = { choices: [0], other: null };

let ahead = 0;
let server: RunningServer;
beforeEach(async () => {
  ahead = 0;
  const clock = (): number => Date.now() + ahead;
  const waiting = [clock, defaultTimeouts, undefined, defaultIdleLimits] as const;
  server = await RunningServer.start(...waiting, SERVER_DAYS);
});
afterEach(() => server.stop());

/** Lets days pass while the server is stopped. */
async function days(number: number): Promise<void> {
  ahead += number * DAY;
  server = await server.restart();
}

const entry = async (code: string): Promise<SessionEntry> =>
  (await (await server.api('GET', `/sessions/${code}`)).json()) as SessionEntry;
const status = async (code: string): Promise<number> =>
  (await server.api('GET', `/sessions/${code}`)).status;

async function change(statement: string): Promise<void> {
  const database = await openSqlite(join(server.folder, 'plenary.db'));
  await database.exec(statement);
  database.close();
}

describe('[X18] a session', () => {
  it('is deleted as long after its end as its deck says, by the version that it ended with', async () => {
    const code = await server.session();
    await server.rewriteDeck(deckText.replace('title:', 'keep: 5d\ntitle:'));
    await server.api('POST', `/sessions/${code}/end`);
    const { endedAt, keptUntil } = await entry(code);
    expect(Date.parse(keptUntil ?? '') - Date.parse(endedAt ?? '')).toBe(5 * DAY);
    const [listed] = (await (await server.api('GET', '/sessions')).json()) as SessionEntry[];
    expect(listed?.keptUntil).toBe(keptUntil);
    await days(4.9);
    expect(await status(code)).toBe(200);
    await days(0.2);
    await expect.poll(() => status(code)).toBe(404);
    const [line] = server.logged.filter((one) => one.includes('session deleted'));
    expect(JSON.parse(line ?? '{}')).toMatchObject({ deck: 'small', cause: 'keep' });
  });

  it('that its deck does not limit is deleted when the server says, and one that goes on is not', async () => {
    const [quiet, going] = [await server.session(), await server.session()];
    await days(SERVER_DAYS - 1);
    const console = await Client.console(server.url, going);
    await console.show(1);
    const phone = await Client.attendee(server.url, going);
    expect(await phone.answer('tea', yes)).toMatchObject({ ok: true });
    await days(2);
    await expect.poll(() => status(quiet)).toBe(404);
    expect(await status(going)).toBe(200);
  });

  it('whose facts cannot be read is left, and holds up no other', async () => {
    const [damaged, other] = [await server.session(), await server.session()];
    await change(`UPDATE facts SET fact = substr(fact, 2) WHERE session = '${damaged}'`);
    await days(SERVER_DAYS + 1);
    await expect.poll(() => status(other)).toBe(404);
    expect(await status(damaged)).toBe(503);
    expect(server.faults).toEqual([]);
  });
});
