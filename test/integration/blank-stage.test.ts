import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsoleSnapshot, StageSnapshot } from '../../src/session/views.ts';
import { Client } from './client.ts';
import { KEY, RunningServer } from './running-server.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());

describe('a blank stage', () => {
  it('[P14] is blank on all stages and consoles, after they come back too, and phones hear nothing', async () => {
    const code = await server.session();
    const console = await Client.console(server.url, code);
    const second = await Client.console(server.url, code);
    const stage = await Client.stage(server.url, code);
    const phone = await Client.attendee(server.url, code);
    await console.show(1);
    await phone.until('session:state', ({ here }: { here: string | null }) => here === 'tea');
    const heard = phone.messages.length;
    expect(await console.ask('stage:blank', { on: true })).toEqual({ ok: true });
    await stage.until<StageSnapshot>('session:state', ({ blanked }) => blanked);
    await second.until<ConsoleSnapshot>('session:state', ({ blanked }) => blanked);
    const late = await Client.stage(server.url, code);
    await late.until<StageSnapshot>('session:state', ({ blanked }) => blanked);
    await second.show(1);
    await late.until<StageSnapshot>('session:state', ({ blanked }) => !blanked);
    // What was sent meanwhile has arrived once this is answered.
    await phone.ask('take-home:get', {});
    expect(phone.messages.slice(heard)).toEqual([]);
  });

  it('[P14] [A1] is made by a console or a stage with the key, and by nobody else', async () => {
    const code = await server.session();
    const phone = await Client.attendee(server.url, code);
    const stage = await Client.stage(server.url, code);
    const signedIn = await Client.stage(server.url, code, { key: KEY });
    for (const nobody of [phone, stage]) {
      const ack = await nobody.ask('stage:blank', { on: true });
      expect(ack).toMatchObject({ ok: false, error: { name: 'not-allowed' } });
    }
    expect(await signedIn.ask('stage:blank', { on: true })).toEqual({ ok: true });
    await stage.until<StageSnapshot>('session:state', ({ blanked }) => blanked);
  });
});
