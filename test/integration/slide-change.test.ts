import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActivityContent, AttendeeSnapshot, TallyView } from '../../src/session/views.ts';
import { Client, type ClientOptions } from './client.ts';
import { RunningServer } from './running-server.ts';

const yes = { choices: [0], other: null };

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());

/** The keys of the contents that a client was sent, in their order. */
function contentsSent(client: Client): readonly string[] {
  return client.messages.flatMap(({ event, body }) =>
    event === 'activity:contents'
      ? Object.values(body as Record<string, ActivityContent>).map(({ id }) => id)
      : [],
  );
}

function keysSent(client: Client): readonly string[] {
  return client.messages.flatMap(({ event, body }) =>
    event === 'activity:contents' ? Object.keys(body as object) : [],
  );
}

async function at(client: Client, number: number): Promise<AttendeeSnapshot> {
  return client.until<AttendeeSnapshot>('session:state', ({ slide }) => slide?.number === number);
}

async function open(options?: ClientOptions) {
  const code = await server.session();
  const console = await Client.console(server.url, code);
  const phone = await Client.attendee(server.url, code, options);
  return { code, console, phone };
}

describe('a phone', () => {
  it('[S26] is sent the content of each question once, however often slides change', async () => {
    const { console, phone } = await open();
    for (const h of [1, 3, 1, 3, 0]) await console.show(h);
    const { activities } = await at(phone, 1);
    expect(activities.map(({ id }) => id)).toEqual(['tea', 'maturity']);
    expect(contentsSent(phone)).toEqual(['tea', 'maturity']);
  });

  it('[S26] that joins late is sent the content that it lacks, and no more', async () => {
    const { code, console, phone } = await open();
    await console.show(1);
    await console.ask('activity:close', { activity: 'tea' });
    await console.show(3);
    const late = await Client.attendee(server.url, code);
    await at(late, 4);
    expect(contentsSent(late)).toEqual(['maturity']);
    await console.show(1);
    const { here, activities } = await at(late, 2);
    expect(activities.find(({ id }) => id === here)).toMatchObject({ question: 'Tea?' });
    await at(phone, 2);
    expect(contentsSent(late)).toEqual(['maturity', 'tea']);
    expect(contentsSent(phone)).toEqual(['tea', 'maturity']);
  });

  it('[S26] that reconnects is not sent the content that it already has', async () => {
    const { code, console, phone } = await open();
    await console.show(1);
    await console.show(3);
    await at(phone, 4);
    const [tea = ''] = keysSent(phone);
    const again = await Client.attendee(server.url, code, { contents: [tea, 'unknown'] });
    await again.until('answers:mine');
    expect(contentsSent(again)).toEqual(['maturity']);
  });

  it('[S26] is sent a reworded question again, and nothing else', async () => {
    const { console, phone } = await open();
    await console.show(1);
    await console.show(3);
    await at(phone, 4);
    await server.rewriteDeck(
      '# A\n\n---\n\n```poll\nid: tea\nquestion: Still tea?\noptions: [A, B]\n```\n',
    );
    await console.show(1);
    await phone.until<AttendeeSnapshot>('session:state', ({ activities }) =>
      activities.some(({ question }) => question === 'Still tea?'),
    );
    expect(contentsSent(phone)).toEqual(['tea', 'maturity', 'tea']);
  });

  it('[S26] is sent a tally when it changes, and not again with every slide', async () => {
    const { console, phone } = await open();
    await console.show(1);
    await at(phone, 2);
    await phone.answer('tea', yes);
    await phone.until<TallyView>('activity:changed', ({ tally }) => tally !== null);
    const before = phone.messages.length;
    for (const h of [2, 1, 0]) await console.show(h);
    await at(phone, 1);
    const since = phone.messages.slice(before).map(({ event }) => event);
    expect(since).not.toContain('activity:changed');
    await console.ask('activity:hide', { activity: 'tea' });
    await console.ask('activity:reveal', { activity: 'tea' });
    await phone.until<TallyView>('activity:changed', ({ tally }) => tally !== null);
  });
});
