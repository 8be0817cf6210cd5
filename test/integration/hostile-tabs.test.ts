import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Client } from './client.ts';
import { RunningServer } from './running-server.ts';
import type { WireError } from '../../src/protocol/wire-error.ts';

const TABS = 100;

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());

async function tally(code: string) {
  const results = await server.api('GET', `/sessions/${code}/results.json`);
  const { activities, rows } = (await results.json()) as {
    activities: { id: string; answered: number; tally: { counts: number[] } }[];
    rows: unknown[];
  };
  const tea = activities.find(({ id }) => id === 'tea');
  return { answered: tea?.answered, counts: tea?.tally.counts, rows: rows.length };
}

describe('a hundred tabs on one phone', () => {
  it('[V2] [V7] [V8] are one attendee, and those above the limit are told so', async () => {
    const code = await server.session();
    const presenter = await Client.console(server.url, code);
    await presenter.show(1);
    const other = await Client.attendee(server.url, code);
    const token = await (await Client.attendee(server.url, code)).token();
    const opening = await Promise.allSettled(
      Array.from({ length: TABS }, () => Client.attendee(server.url, code, { token })),
    );
    const tabs = opening.flatMap((tab) => (tab.status === 'fulfilled' ? [tab.value] : []));
    const refused = opening.flatMap((tab) =>
      tab.status === 'rejected' ? [(tab.reason as { data: WireError }).data] : [],
    );
    expect(tabs).toHaveLength(7);
    expect(new Set(refused.map(({ name }) => name))).toEqual(new Set(['many-tabs']));
    expect(refused.every(({ retryAfter }) => (retryAfter ?? 0) > 0)).toBe(true);
    const yes = { choices: [0], other: null };
    const no = { choices: [1], other: null };
    await Promise.all(tabs.map((tab, at) => tab.answer('tea', at === 3 ? no : yes)));
    expect(await other.answer('tea', no)).toMatchObject({ ok: true });
    expect(await tally(code)).toMatchObject({ answered: 2, rows: 2 });
    await presenter.until<{ online: number }>('presence:changed', ({ online }) => online === 2);
    tabs[0]?.close();
    await expect.poll(async () => again(code, token)).toBe('in');
  });

  it('[V2] [V3] cannot count twice by sending one answer from each', async () => {
    const code = await server.session();
    await (await Client.console(server.url, code)).show(1);
    const first = await Client.attendee(server.url, code);
    const token = await first.token();
    const tabs = await Promise.all(
      Array.from({ length: 7 }, () => Client.attendee(server.url, code, { token })),
    );
    const yes = { choices: [0], other: null };
    const acks = await Promise.all(tabs.map((tab) => tab.answer('tea', yes, 'the-same-answer')));
    expect(new Set(acks.map((ack) => ack.ok && ack.receipt.seq)).size).toBe(1);
    expect(await tally(code)).toEqual({ answered: 1, counts: [1, 0], rows: 1 });
  });
});

async function again(code: string, token: string): Promise<string> {
  const tab = Client.attendee(server.url, code, { token });
  return tab.then(
    () => 'in',
    () => 'refused',
  );
}
