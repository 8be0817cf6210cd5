import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  AttendeeSnapshot,
  ConsoleSnapshot,
  OwnAnswers,
  StageSnapshot,
} from '../../src/session/views.ts';
import { Client } from './client.ts';
import { RunningServer } from './running-server.ts';

const yes = { choices: [0], other: null };
const no = { choices: [1], other: null };

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());

/** The step that a console is offered to undo, once it is of this type. */
async function offered(console: Client, type: string): Promise<number> {
  const { undo } = await console.until<ConsoleSnapshot>(
    'session:state',
    (snapshot) => snapshot.undo?.type === type,
  );
  return undo?.step ?? 0;
}

describe('a step over the wire', () => {
  it('[S47] is undone from another console than took it, and only as the one that was seen', async () => {
    const code = await server.session();
    const first = await Client.console(server.url, code);
    const second = await Client.console(server.url, code);
    const stage = await Client.stage(server.url, code);
    await first.show(1);
    const moved = await offered(second, 'slide:shown');
    await first.ask('activity:close', { activity: 'tea' });
    expect(await second.ask('step:undo', { step: moved })).toMatchObject({
      error: {
        name: 'not-the-last-step',
        message: 'Another step was taken since. Nothing was undone.',
      },
    });
    const closed = await offered(second, 'activity:closed');
    expect(await second.ask('step:undo', { step: closed })).toEqual({ ok: true });
    expect(await first.ask('step:undo', { step: closed })).toEqual({ ok: true });
    await first.until<ConsoleSnapshot>('session:state', ({ undone }) => undone?.step === closed);
    await stage.until<StageSnapshot>(
      'session:state',
      ({ activities: [tea] }) => tea?.phase === 'open',
    );
    expect(await first.ask('step:undo', { step: 9_999 })).toMatchObject({
      error: { name: 'nothing-to-undo' },
    });
  });

  it('[S47] [A1] is undone by no attendee, nor by a stage without the key', async () => {
    const code = await server.session();
    const console = await Client.console(server.url, code);
    await console.show(1);
    const step = await offered(console, 'slide:shown');
    const phone = await Client.attendee(server.url, code);
    for (const nobody of [phone, await Client.stage(server.url, code)]) {
      const ack = await nobody.ask('step:undo', { step });
      expect(ack).toMatchObject({ ok: false, error: { name: 'not-allowed' } });
      expect(nobody.heard()).not.toContain('"undo"');
    }
  });

  it('[S47] [S1] can be undone after a restart of the server', async () => {
    const code = await server.session();
    const before = await Client.console(server.url, code);
    await before.show(1);
    await before.ask('activity:close', { activity: 'tea' });
    server = await server.restart();
    const console = await Client.console(server.url, code);
    const closed = await offered(console, 'activity:closed');
    expect(await console.ask('step:undo', { step: closed })).toEqual({ ok: true });
    const moved = await offered(console, 'slide:shown');
    expect(await console.ask('step:undo', { step: moved })).toEqual({ ok: true });
    await console.until<ConsoleSnapshot>(
      'session:state',
      ({ joinShown, activities: [tea] }) => joinShown && tea?.phase === 'waiting',
    );
  });
});

describe('an end that is undone', () => {
  it('[S48] [S45] opens the session again on every screen, and in the list', async () => {
    const code = await server.session();
    const console = await Client.console(server.url, code);
    const phone = await Client.attendee(server.url, code);
    await console.show(1);
    await console.ask('session:end', {});
    await phone.until<AttendeeSnapshot>('session:state', ({ ended }) => ended);
    const step = await offered(console, 'session:ended');
    expect(await console.ask('step:undo', { step })).toEqual({ ok: true });
    await phone.until<AttendeeSnapshot>(
      'session:state',
      ({ ended, here }) => !ended && here === 'tea',
    );
    expect(await phone.answer('tea', yes)).toMatchObject({ ok: true });
    const [listed] = (await (await server.api('GET', '/sessions')).json()) as {
      endedAt: unknown;
    }[];
    expect(listed).toMatchObject({ code, endedAt: null });
  });
});

describe('a reset that is undone', () => {
  it('[S48] [V2] gives each phone its answer back, with the tally, and keeps those given since', async () => {
    const code = await server.session();
    const console = await Client.console(server.url, code);
    const [kept, changed] = [
      await Client.attendee(server.url, code),
      await Client.attendee(server.url, code),
    ];
    await console.show(1);
    await kept.answer('tea', yes);
    await changed.answer('tea', yes);
    await console.ask('activity:reset', { activity: 'tea' });
    await changed.answer('tea', no);
    const heard = kept.messages.length;
    const step = await offered(console, 'activity:reset');
    expect(await console.ask('step:undo', { step })).toEqual({ ok: true });
    const own = await kept.until<OwnAnswers>('answers:mine', ({ tea }) => tea?.round === 2);
    expect(own['tea']?.answer).toEqual(yes);
    await kept.until('activity:changed', ({ tally }: { tally: { counts: number[] } | null }) => {
      return tally?.counts.join() === '1,1';
    });
    expect(kept.messages.slice(heard).map(({ event }) => event)).toContain('answers:mine');
    const mine = await changed.until<OwnAnswers>('answers:mine', ({ tea }) => tea?.round === 2);
    expect(mine['tea']?.answer).toEqual(no);
  });
});
