import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReactionsSent } from '../../src/protocol/messages.ts';
import type { AttendeeSnapshot, StageSnapshot } from '../../src/session/views.ts';
import { Client } from './client.ts';
import { RunningServer } from './running-server.ts';

const DECK = '---\nchannels: [reactions]\nreactions: [👏, ❓]\n---\n\n# Welcome\n';

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
  await server.rewriteDeck(DECK);
});
afterAll(() => server.stop());

async function open(): Promise<{ code: string; presenter: Client }> {
  const code = await server.session();
  return { code, presenter: await Client.console(server.url, code) };
}

const clap = (phone: Client, sign = 0) => phone.ask('reaction:send', { sign });

describe('[S79] a reaction', () => {
  it('comes to stages, counted with those of others, and to nobody else', async () => {
    const { code, presenter } = await open();
    const stage = await Client.stage(server.url, code);
    const phones = [
      await Client.attendee(server.url, code),
      await Client.attendee(server.url, code),
    ];
    for (const phone of phones) {
      const { reactions } = await phone.until<AttendeeSnapshot>('session:state');
      expect(reactions).toEqual(['👏', '❓']);
      expect(await clap(phone, 1)).toMatchObject({ ok: true });
    }
    const heard = (): number[] =>
      stage.messages
        .filter(({ event }) => event === 'reactions:sent')
        .map(({ body }) => (body as ReactionsSent).counts[1] ?? 0);
    await stage.until('reactions:sent', () => heard().reduce((sum, one) => sum + one, 0) === 2);
    for (const client of [presenter, ...phones])
      expect(client.heard()).not.toContain('reactions:sent');
  });

  it('is no fact, and changes no result', async () => {
    const { code, presenter } = await open();
    const phone = await Client.attendee(server.url, code);
    const before = await (await server.api('GET', `/sessions/${code}/results.json`)).text();
    await clap(phone);
    expect(await (await server.api('GET', `/sessions/${code}/results.json`)).text()).toBe(before);
    presenter.close();
  });

  it('is refused while reactions are off, and phones are told that they are', async () => {
    const { code, presenter } = await open();
    const phone = await Client.attendee(server.url, code);
    expect(await presenter.ask('reactions:set', { on: false })).toMatchObject({ ok: true });
    await phone.until<AttendeeSnapshot>(
      'session:state',
      ({ reactions }) => reactions === undefined,
    );
    await presenter.until<StageSnapshot>(
      'session:state',
      ({ reactions }) => reactions?.on === false,
    );
    expect(await clap(phone)).toMatchObject({ ok: false, error: { name: 'not-allowed' } });
  });

  it('[A7] is refused from others than attendees, for a sign that is not there, and where it comes too often', async () => {
    const { code, presenter } = await open();
    const phone = await Client.attendee(server.url, code);
    const stage = await Client.stage(server.url, code);
    for (const client of [presenter, stage]) {
      expect(await clap(client)).toMatchObject({ error: { name: 'not-allowed' } });
    }
    expect(await clap(phone, 2)).toMatchObject({ error: { name: 'not-allowed' } });
    for (const sign of [-1, 0.5, '0', null, 1e9]) {
      expect(await phone.ask('reaction:send', { sign })).toMatchObject({
        error: { name: 'bad-message' },
      });
    }
    const acks = await Promise.all(Array.from({ length: 12 }, () => clap(phone)));
    expect(acks.filter(({ ok }) => ok).length).toBeLessThan(8);
    expect(acks.find(({ ok }) => !ok)).toMatchObject({ error: { name: 'slow-down' } });
    expect(await phone.ask('reactions:set', { on: false })).toMatchObject({
      error: { name: 'not-allowed' },
    });
  });
});
