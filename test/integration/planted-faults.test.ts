import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { activityType } from '../../src/activities/registry.ts';
import type { ConsoleSnapshot, OwnAnswers, StageActivityView } from '../../src/session/views.ts';
import { Client } from './client.ts';
import { RunningServer } from './running-server.ts';

const yes = { choices: [0], other: null };
const rated = { ratings: [3, 4] };

let server: RunningServer;
beforeEach(async () => {
  server = await RunningServer.start();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await server.stop();
});

/** A session at the question that is asked on the slide `h`, and a phone in it. */
async function sessionAt(h: number) {
  const code = await server.session();
  const console = await Client.console(server.url, code);
  await console.show(h);
  return { code, console, phone: await Client.attendee(server.url, code) };
}

async function stateOf(code: string) {
  const found = await server.app.registry.find(code);
  if (!found.ok || found.value === null) throw new Error('no session');
  return found.value.state;
}

/** Resolves once the client has lost its connection. */
function gone({ socket }: Client): Promise<string> {
  return new Promise((lost) => socket.once('disconnect', lost));
}

describe('a server in which something throws', () => {
  it('[S11] [S27] leaves out the tally of an activity whose type cannot show it, and shows all others', async () => {
    const { code, console, phone } = await sessionAt(1);
    const stage = await Client.stage(server.url, code);
    vi.spyOn(activityType('poll'), 'show').mockThrow(new Error('a view'));
    expect(await console.ask('activity:reveal', { activity: 'tea' })).toEqual({ ok: true });
    expect(await phone.answer('tea', yes)).toMatchObject({
      ok: true,
      receipt: { activity: 'tea' },
    });
    const hidden = await stage.until<StageActivityView>(
      'activity:changed',
      ({ id, answered }) => id === 'tea' && answered === 1,
    );
    expect(hidden).toMatchObject({ tally: null, hidden: 'fault', question: 'Tea?' });
    await console.show(3);
    for (let n = 0; n < 5; n += 1) {
      const attendee = await Client.attendee(server.url, code);
      expect(await attendee.answer('maturity', rated)).toMatchObject({ ok: true });
    }
    await stage.until<StageActivityView>(
      'activity:changed',
      ({ id, tally }) => id === 'maturity' && tally !== null,
    );
    const other = await sessionAt(3);
    expect(await other.phone.answer('maturity', rated)).toMatchObject({ ok: true });
    const late = await Client.console(server.url, code);
    const { activities } = await late.until<ConsoleSnapshot>('session:state');
    expect(activities).toMatchObject([
      { id: 'tea', hidden: 'fault', ownTally: null },
      { id: 'biscuit', hidden: 'fault', ownTally: null },
      { id: 'maturity', hidden: null },
    ]);
    // Noted once for each poll of the first session.
    expect(server.faults).toHaveLength(2);
  });

  it('[S11] [S27] [S2] [V1] reads a session again from its log where a fact changed its state by half', async () => {
    const { code, phone } = await sessionAt(1);
    const token = await phone.token();
    const other = await sessionAt(1);
    const tea = (await stateOf(code)).activities.get('tea');
    // The answer's id is noted by then, and the answer is not.
    vi.spyOn(tea?.answers ?? new Map(), 'set').mockThrowOnce(new Error('half a change'));
    const lost = gone(phone);
    void phone.answer('tea', yes, 'the-first-answer').catch(() => null);
    expect(await lost).toBe('transport close');
    expect(phone.heard()).not.toContain('activity:changed');
    expect((await stateOf(code)).activities.get('tea')).not.toBe(tea);
    const back = await Client.attendee(server.url, code, { token });
    const own = await back.until<OwnAnswers>('answers:mine');
    expect(own['tea']?.receipt).toMatchObject({ id: 'the-first-answer' });
    expect(await back.answer('tea', yes, 'the-first-answer')).toMatchObject({
      receipt: { seq: own['tea']?.receipt.seq },
    });
    const { answers, tally } = (await stateOf(code)).activities.get('tea') ?? {};
    expect(answers?.size).toBe(1);
    expect(tally).toMatchObject({ counts: [1, 0] });
    expect(await other.phone.answer('tea', yes)).toMatchObject({ ok: true });
    expect(server.faults).toHaveLength(1);
  });

  it('[S11] [S27] closes a connection that could not be welcomed, and welcomes it when it comes again', async () => {
    const { code, phone } = await sessionAt(1);
    const { answers } = (await stateOf(code)).activities.get('tea') ?? {};
    const read = vi.spyOn(answers ?? new Map(), 'get').mockThrow(new Error('a welcome'));
    const late = await Client.attendee(server.url, code);
    if (late.socket.connected) await gone(late);
    read.mockRestore();
    const again = await Client.attendee(server.url, code);
    await again.until('session:state');
    expect(await phone.answer('tea', yes)).toMatchObject({ ok: true });
    expect(server.faults).toHaveLength(1);
  });
});
