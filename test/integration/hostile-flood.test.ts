import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFlood } from '../load/flood.ts';
import type { StageActivityView } from '../../src/session/views.ts';
import { BarePolling } from './bare-polling.ts';
import { Client } from './client.ts';
import { joining } from './raw-websocket.ts';
import { RunningServer } from './running-server.ts';

const FLOODERS = 10;
const OTHERS = 30;
// The messages that a connection may send, and those read before the limit is noticed.
const MOST_HEARD = 1_500;

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());

describe('ten phones that flood', () => {
  it('[A7] [V1] [V7] cost the others no answer, and have few of their messages read', async () => {
    const code = await server.session();
    const presenter = await Client.console(server.url, code);
    await presenter.show(1);
    const stage = await Client.stage(server.url, code);
    const hall = await Promise.all(
      Array.from({ length: OTHERS }, () => Client.attendee(server.url, code)),
    );
    const counted = server.countPackets();
    const flood = await startFlood(server.url, code, FLOODERS);
    try {
      await expect.poll(() => flood.report.sent, { timeout: 20_000 }).toBeGreaterThan(20_000);
      for (const choice of [0, 1, 0]) {
        const answer = { choices: [choice], other: null };
        const acks = await Promise.all(hall.map((phone) => phone.answer('tea', answer)));
        expect(acks.filter(({ ok }) => !ok)).toEqual([]);
      }
      expect((await Client.attendee(server.url, code)).socket.connected).toBe(true);
      expect(await presenter.show(1, 0)).toMatchObject({ ok: true });
      const held = (): number => flood.report.refused + flood.report.cut;
      await expect.poll(held, { timeout: 20_000 }).toBeGreaterThan(FLOODERS);
    } finally {
      await flood.stop();
    }
    const { sent, cut } = flood.report;
    expect(sent).toBeGreaterThan(20_000);
    expect(counted.packets).toBeLessThan(MOST_HEARD * (FLOODERS + cut));
    // A flooder is an attendee as well, and has one answer.
    const most = OTHERS + FLOODERS * (cut + 1);
    await stage.until<StageActivityView>(
      'activity:changed',
      ({ answered }) => answered >= OTHERS && answered <= most,
    );
    expect(server.faults).toEqual([]);
  });

  it('[A7] [R5] are disconnected where they use long polling', async () => {
    const code = await server.session();
    const counted = server.countPackets();
    const polling = await BarePolling.open(server.url);
    await polling.say([`40${JSON.stringify({ v: 2, code, role: 'attendee' })}`]);
    await polling.hearUntil('answers:mine');
    const nonsense = Array.from({ length: 300 }, () => '42["nonsense"]');
    for (let request = 0; request < 5; request += 1) await polling.say(nonsense);
    expect(await polling.post('3')).toBe(400);
    expect(counted.packets).toBeLessThan(1_000);
  });

  it('[A7] [R5] have nothing read of a request of long polling that carries thousands of packets', async () => {
    const counted = server.countPackets();
    const polling = await BarePolling.open(server.url);
    await polling.say([joining(await server.session())]);
    await polling.hearUntil('answers:mine');
    await polling.say(Array.from({ length: 2_000 }, () => '42["nonsense"]'));
    expect(await polling.post('3')).toBe(400);
    expect(counted.packets).toBe(1);
  });
});
