import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from './client.ts';
import { KEY, RunningServer } from './running-server.ts';
import { readFacts } from '../../server/storage/read-facts.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());

const at = { x: 0.5, y: 0.25 };
const MORE_THAN_A_HAND = 120;

async function open() {
  const code = await server.session();
  return {
    code,
    console: await Client.console(server.url, code),
    stage: await Client.stage(server.url, code),
    signedIn: await Client.stage(server.url, code, { key: KEY }),
    phone: await Client.attendee(server.url, code),
  };
}

describe('a presenter’s gestures', () => {
  it('[P17] reach the stages of the session, with the key and without, and nobody else', async () => {
    const { code, console, stage, signedIn, phone } = await open();
    const other = await Client.stage(server.url, await server.session());
    const part = { line: 'a-1', points: [at] };
    expect(await console.ask('stage:point', { at })).toEqual({ ok: true });
    expect(await console.ask('stage:draw', part)).toEqual({ ok: true });
    expect(await console.ask('stage:zoom', { at })).toEqual({ ok: true });
    expect(await console.ask('stage:erase', {})).toEqual({ ok: true });
    for (const screen of [stage, signedIn]) {
      expect(await screen.until('pointer:moved')).toEqual({ at });
      expect(await screen.until('drawing:added')).toEqual(part);
      expect(await screen.until('zoom:changed')).toEqual({ at });
      await screen.until('drawing:erased');
    }
    const late = await Client.stage(server.url, code);
    await late.until('session:state');
    // What was sent meanwhile has arrived once these are answered.
    await phone.ask('take-home:get', {});
    await other.ask('stage:erase', {});
    for (const nobody of [phone, other, late, console]) {
      expect(nobody.heard()).not.toMatch(/pointer:|drawing:/);
    }
  });

  it('[P17] [A1] [A7] are taken from presenters only, and only within the slide', async () => {
    const { console, stage, phone } = await open();
    for (const nobody of [phone, stage]) {
      const ack = await nobody.ask('stage:point', { at });
      expect(ack).toMatchObject({ ok: false, error: { name: 'not-allowed' } });
    }
    const unfitting = [
      ['stage:point', { at: { x: 1.1, y: 0 } }],
      ['stage:point', {}],
      ['stage:draw', { line: 'a', points: [] }],
      ['stage:draw', { line: '<b>', points: [at] }],
      ['stage:draw', { line: 'a', points: Array.from({ length: 65 }, () => at) }],
    ] as const;
    for (const [event, message] of unfitting) {
      const ack = await console.ask(event, message);
      expect(ack).toMatchObject({ ok: false, error: { name: 'bad-message' } });
    }
  });

  it('[P17] [A7] are slowed down beyond a hand’s pace, and the slides go on meanwhile', async () => {
    const { console, stage } = await open();
    const acks = await Promise.all(
      Array.from({ length: MORE_THAN_A_HAND }, () => console.ask('stage:point', { at })),
    );
    expect(acks.filter(({ ok }) => !ok).length).toBeGreaterThan(0);
    expect(acks.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(40);
    expect(await console.show(1)).toEqual({ ok: true });
    await stage.until(
      'session:state',
      ({ position }: { position: { h: number } }) => position.h === 1,
    );
  });

  it('[P17] leave nothing in the log', async () => {
    const { code, console } = await open();
    await console.show(1);
    const before = await readFacts(server.log, code);
    await console.ask('stage:draw', { line: 'a', points: [at] });
    await console.ask('stage:point', { at });
    expect(await readFacts(server.log, code)).toEqual(before);
  });
});
