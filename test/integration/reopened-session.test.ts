import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SessionEntry } from '../../src/protocol/http.ts';
import type { Results } from '../../src/session/results.ts';
import type { AttendeeSnapshot, ConsoleSnapshot, StageSnapshot } from '../../src/session/views.ts';
import { Client } from './client.ts';
import { RunningServer } from './running-server.ts';

const yes = { choices: [0], other: null };
const DAY_MS = 24 * 60 * 60 * 1000;

let server: RunningServer;
let clock = 0;
beforeEach(async () => {
  clock = Date.UTC(2026, 10, 29, 9);
  server = await RunningServer.start(() => (clock += 1));
});
afterEach(() => server.stop());

/** A session with the question "tea" open and answered by a phone, then ended. */
async function endedSession() {
  const code = await server.session();
  const console = await Client.console(server.url, code);
  const stage = await Client.stage(server.url, code);
  const phone = await Client.attendee(server.url, code);
  const { token } = await phone.until<{ token: string }>('attendee:token');
  await console.show(1);
  await phone.answer('tea', yes);
  expect(await console.ask('session:end', {})).toEqual({ ok: true });
  await phone.until<AttendeeSnapshot>('session:state', ({ ended }) => ended);
  return { code, console, stage, phone, token };
}

async function session(code: string): Promise<SessionEntry> {
  return (await (await server.api('GET', `/sessions/${code}`)).json()) as SessionEntry;
}

describe('a session that has ended', () => {
  it('[S44] [P19] moves its stages from the closing slide to a slide and back, and tells phones nothing', async () => {
    const { code, console, stage, phone } = await endedSession();
    const closing = await stage.until<StageSnapshot>('session:state', ({ ended }) => ended);
    expect(closing).toMatchObject({ closingShown: true, joinShown: false });
    const heard = phone.messages.length;
    expect(await console.show(3)).toEqual({ ok: true });
    const moved = await stage.until<StageSnapshot>(
      'session:state',
      ({ position }) => position.h === 3,
    );
    expect(moved).toMatchObject({ ended: true, closingShown: false });
    expect(moved.activities.find(({ id }) => id === 'maturity')?.phase).toBe('waiting');
    expect(await console.ask('closing:show', {})).toEqual({ ok: true });
    await stage.until<StageSnapshot>('session:state', ({ closingShown }) => closingShown);
    const late = await Client.stage(server.url, code);
    expect(await late.until('session:state')).toMatchObject({ ended: true, closingShown: true });
    // An acknowledgement comes after all that was sent before.
    expect(await phone.answer('tea', yes)).toMatchObject({ error: { name: 'session-ended' } });
    expect(phone.messages.slice(heard)).toEqual([]);
  });
});

describe('a session that is reopened', () => {
  it('[S45] [V16] goes on for those who stayed and for those who come back, on every screen', async () => {
    const { code, console, stage, phone, token } = await endedSession();
    const other = await Client.console(server.url, code);
    const away = await Client.attendee(server.url, code);
    const known = await away.until<{ token: string }>('attendee:token');
    away.socket.disconnect();
    expect(await console.ask('session:reopen', {})).toEqual({ ok: true });
    for (const screen of [console, other, stage]) {
      await screen.until<StageSnapshot>('session:state', ({ ended }) => !ended);
    }
    expect(await other.ask('session:reopen', {})).toEqual({ ok: true });
    const back = await Client.attendee(server.url, code, { token: known.token });
    const again = await Client.attendee(server.url, code, { token });
    for (const one of [phone, back, again]) {
      const seen = await one.until<AttendeeSnapshot>('session:state', ({ ended }) => !ended);
      expect(seen.activities).toMatchObject([{ id: 'tea', phase: 'open' }]);
    }
    expect(await back.answer('tea', yes)).toMatchObject({ ok: true });
    await stage.until<StageSnapshot>('session:state', ({ ended }) => !ended);
    expect((await session(code)).endedAt).toBeNull();
  });

  it('[S45] [S46] is so after a restart, and is listed, exported and logged by its last end', async () => {
    const { code, console } = await endedSession();
    const first = (await session(code)).endedAt;
    await console.ask('session:reopen', {});
    server = await server.restart();
    expect((await session(code)).endedAt).toBeNull();
    const later = await Client.attendee(server.url, code);
    expect(await later.answer('tea', yes)).toMatchObject({ ok: true });
    const ended = (await (
      await server.api('POST', `/sessions/${code}/end`)
    ).json()) as SessionEntry;
    expect(ended.endedAt).not.toBe(first);
    const results = await server.api('GET', `/sessions/${code}/results.json`);
    const report = (await results.json()) as Results;
    expect(report.session.ended_at).toBe(ended.endedAt);
    expect(report.rows).toHaveLength(2);
    const [listed] = (await (await server.api('GET', '/sessions')).json()) as SessionEntry[];
    expect(listed?.endedAt).toBe(ended.endedAt);
    const events = server.logged.map((line) => (JSON.parse(line) as { msg: string }).msg);
    expect(events).toEqual(['session ended']);
  });

  it('[S45] is so over HTTP too, within 24 hours, and later is refused by name and in words', async () => {
    const { code, console, stage } = await endedSession();
    const reopened = await server.api('POST', `/sessions/${code}/reopen`);
    expect(reopened.status).toBe(200);
    expect(await reopened.json()).toMatchObject({ code, endedAt: null });
    await stage.until<StageSnapshot>('session:state', ({ ended }) => !ended);
    expect((await server.api('POST', `/sessions/${code}/reopen`)).status).toBe(200);
    await console.ask('session:end', {});
    clock += DAY_MS;
    const late = await server.api('POST', `/sessions/${code}/reopen`);
    expect(late.status).toBe(409);
    const { error } = (await late.json()) as { error: { name: string; message: string } };
    expect(error).toMatchObject({
      name: 'ended-long-ago',
      message: expect.stringContaining('24 hours') as string,
    });
    expect(await console.ask('session:reopen', {})).toMatchObject({ ok: false, error });
    expect(await console.until<ConsoleSnapshot>('session:state')).toMatchObject({ ended: true });
    expect((await server.api('POST', '/sessions/000000/reopen')).status).toBe(404);
  });
});
