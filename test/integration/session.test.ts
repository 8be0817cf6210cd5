import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Presence } from '../../src/protocol/messages.ts';
import type {
  ActivityView,
  AttendeeSnapshot,
  ConsoleSnapshot,
  OwnAnswers,
  StageActivityView,
  StageDeck,
  StageSnapshot,
} from '../../src/session/views.ts';
import { Client } from './client.ts';
import { deckText, KEY, RunningServer } from './running-server.ts';
import { readFacts } from '../../server/storage/read-facts.ts';

const yes = { choices: [0], other: null };
const no = { choices: [1], other: null };

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());

/** A session with a console, a stage and so many phones. */
async function startSession(phones: number) {
  const code = await server.session();
  const console = await Client.console(server.url, code);
  const stage = await Client.stage(server.url, code);
  const attendees = await Promise.all(
    Array.from({ length: phones }, () => Client.attendee(server.url, code)),
  );
  const [first, second] = attendees;
  return { code, console, stage, attendees, first, second };
}

describe('stage, console and phones', () => {
  it('[S5] [S6] show the same slide and phase, whichever of them moved it and whenever they joined', async () => {
    const { code, console, stage, first } = await startSession(1);
    await console.show(1);
    const other = await Client.console(server.url, code);
    const lateStage = await Client.stage(server.url, code);
    const latePhone = await Client.attendee(server.url, code);
    for (const client of [stage, lateStage, console, other]) {
      const at = await client.until<StageSnapshot>(
        'session:state',
        ({ position }) => position.h === 1,
      );
      expect(at.activities[0]?.phase).toBe('open');
    }
    for (const client of [first, latePhone]) {
      const at = await client?.until<AttendeeSnapshot>(
        'session:state',
        ({ slide }) => slide?.number === 2,
      );
      expect(at?.activities).toMatchObject([{ id: 'tea', phase: 'open' }]);
    }
    expect(await other.show(2)).toEqual({ ok: true });
    await stage.until<StageSnapshot>('session:state', ({ position }) => position.h === 2);
    await console.until<ConsoleSnapshot>('session:state', ({ position }) => position.h === 2);
  });

  it('[A2] receive a deck without notes, except the console', async () => {
    const { code, console, stage, first } = await startSession(1);
    const signedIn = await Client.stage(server.url, code, { key: KEY });
    await console.show(1);
    for (const screen of [stage, signedIn]) {
      await screen.until<StageSnapshot>('session:state', ({ position }) => position.h === 1);
      expect(screen.heard()).not.toContain('secret note');
    }
    expect(first?.heard()).not.toContain('secret note');
    expect(console.heard()).toContain('The first secret note');
  });

  it.each([
    ['without the key', {}],
    ['with it', { key: KEY }],
  ])('[S17] are not sent a deck that they already have: a stage %s', async (_, options) => {
    const code = await server.session();
    const stage = await Client.stage(server.url, code, options);
    const { hash } = await stage.until<StageDeck>('session:deck');
    const again = await Client.stage(server.url, code, { ...options, deck: hash });
    await again.until('presence:changed');
    expect(again.messages.map(({ event }) => event)).not.toContain('session:deck');
  });

  it('[A10] are sent a slide before it is shown only where they have the key', async () => {
    const { code, console, stage } = await startSession(0);
    const signedIn = await Client.stage(server.url, code, { key: KEY });
    await console.show(1);
    for (const screen of [stage, signedIn, await Client.stage(server.url, code)]) {
      await screen.until<StageSnapshot>('session:state', ({ position }) => position.h === 1);
      expect(screen.heard()).toContain('Tea?');
    }
    expect(stage.heard()).not.toMatch(/Second|Which biscuit\?|Third|How far are you\?/);
    expect(signedIn.heard()).toMatch(/Second.*Which biscuit\?/);
  });

  it('[S17] receive each slide before they are to show it, and once', async () => {
    const { console, stage } = await startSession(0);
    for (const h of [1, 2, 1]) await console.show(h);
    await stage.until<StageSnapshot>('session:state', ({ position }) => position.h === 1);
    const order = stage.messages.map(({ event, body }) => {
      if (event === 'session:state') return (body as StageSnapshot).deck;
      return event === 'session:deck' || event === 'session:slides'
        ? `has ${(body as StageDeck).hash}`
        : '';
    });
    const drawn = order.filter((hash) => hash !== '' && !hash.startsWith('has'));
    for (const hash of drawn) {
      expect(order.indexOf(`has ${hash}`)).toBeGreaterThan(-1);
      expect(order.indexOf(`has ${hash}`)).toBeLessThan(order.indexOf(hash));
    }
    const news = stage.messages.filter(({ event }) => event === 'session:slides');
    expect(news.map(({ body }) => (body as StageDeck).slides.map(({ h }) => h))).toEqual([
      [1],
      [2],
    ]);
  });

  it('[S18] show how many attendees are connected, one with several tabs once', async () => {
    const { code, console, first } = await startSession(1);
    await console.until<Presence>('presence:changed', ({ online }) => online === 1);
    const token = await first?.token();
    const tab = await Client.attendee(server.url, code, { token: token ?? '' });
    const another = await Client.attendee(server.url, code);
    await console.until<Presence>('presence:changed', ({ online }) => online === 2);
    tab.close();
    another.close();
    first?.close();
    await console.until<Presence>('presence:changed', ({ online }) => online === 0);
  });

  it('[S9] [S16] go on with an edited deck, at the same slide, with every answer', async () => {
    const { console, stage, first } = await startSession(1);
    await console.show(1);
    await first?.answer('tea', yes);
    await server.rewriteDeck(deckText.replace('## First', '## Edited'));
    const deck = await stage.until<StageDeck>('session:deck', ({ slides }) =>
      slides.some(({ title }) => title === 'Edited'),
    );
    const at = await stage.until<StageSnapshot>(
      'session:state',
      (state) => state.deck === deck.hash,
    );
    expect(at.position.h).toBe(1);
    expect(at.activities[0]?.answered).toBe(1);
    expect(first?.socket.connected).toBe(true);
    await server.rewriteDeck(deckText);
  });

  it('[S16] go on with their present deck while a file of it has mistakes', async () => {
    const { console, stage } = await startSession(0);
    await server.rewriteDeck(deckText.replace('options: [', 'optoins: ['));
    await console.show(1);
    const at = await stage.until<StageSnapshot>(
      'session:state',
      ({ position }) => position.h === 1,
    );
    expect(at.activities[0]?.phase).toBe('open');
    await server.rewriteDeck(deckText);
  });
});

describe('an answer', () => {
  it('[V1] [S3] is acknowledged with a receipt that names its place in the log', async () => {
    const { code, console, first } = await startSession(1);
    await console.show(1);
    const ack = await first?.answer('tea', yes, 'my-own-id');
    if (ack?.ok !== true) throw new Error(JSON.stringify(ack));
    const facts = await readFacts(server.log, code);
    const stored = facts.ok ? facts.value.find(({ seq }) => seq === ack.receipt.seq) : undefined;
    expect(stored).toMatchObject({ at: ack.receipt.at, fact: { id: 'my-own-id', answer: yes } });
  });

  it('[V7] [A13] appears on the stage, and on the phones of those who have answered, and on no other', async () => {
    const { console, stage, first, second } = await startSession(2);
    await console.show(1);
    await first?.answer('tea', yes);
    const isCounted = ({ tally }: ActivityView): boolean =>
      JSON.stringify(tally)?.includes('"counts":[1,0]') ?? false;
    await stage.until<StageActivityView>('activity:changed', isCounted);
    await first?.until<ActivityView>('activity:changed', isCounted);
    await second?.answer('tea', no);
    await first?.until<ActivityView>('activity:changed', ({ tally }) =>
      JSON.stringify(tally).includes('"counts":[1,1]'),
    );
    const before = second?.messages.filter(({ event }) => event === 'activity:changed') ?? [];
    expect(before.map(({ body }) => JSON.stringify(body))).not.toContainEqual(
      expect.stringContaining('"counts":[1,0]'),
    );
  });

  it('[V2] is the same in all tabs of an attendee, and the last change counts', async () => {
    const { code, console, stage, first } = await startSession(1);
    await console.show(1);
    const tab = await Client.attendee(server.url, code, { token: (await first?.token()) ?? '' });
    await first?.answer('tea', yes);
    await tab.until<OwnAnswers>('answers:mine', (own) => own['tea'] !== undefined);
    await tab.answer('tea', no);
    const own = await first?.until<OwnAnswers>('answers:mine', (all) => all['tea'] !== undefined);
    expect(own?.['tea']?.answer).toEqual(no);
    await stage.until<StageActivityView>(
      'activity:changed',
      ({ answered, tally }) => answered === 1 && JSON.stringify(tally).includes('"counts":[0,1]'),
    );
  });

  it('[R1] is found again after a reconnect, with the identity', async () => {
    const { code, console, first } = await startSession(1);
    await console.show(1);
    await first?.answer('tea', yes, 'before-the-tunnel');
    const token = (await first?.token()) ?? '';
    first?.close();
    const back = await Client.attendee(server.url, code, { token });
    const own = await back.until<OwnAnswers>('answers:mine');
    expect(own['tea']).toMatchObject({ answer: yes, receipt: { id: 'before-the-tunnel' } });
    await back.until('session:state');
    const events = back.messages.map(({ event }) => event);
    expect(events).not.toContain('attendee:token');
    // A page drawn before it knows its own answers would show the first item, as if none were given.
    expect(events.indexOf('answers:mine')).toBeLessThan(events.indexOf('session:state'));
  });

  it('[V3] that is sent twice is recorded once', async () => {
    const { console, stage, first } = await startSession(1);
    await console.show(1);
    const acks = await Promise.all([
      first?.answer('tea', yes, 'the-same-id'),
      first?.answer('tea', yes, 'the-same-id'),
    ]);
    expect(acks[0]).toEqual(acks[1]);
    const seen = await stage.until<StageActivityView>('activity:changed');
    expect(seen.answered).toBe(1);
  });

  it('[V7] is counted where a whole crowd answers at once, each of them', async () => {
    const { console, stage, attendees } = await startSession(60);
    await console.show(1);
    const acks = await Promise.all(
      attendees.map((phone, index) => phone.answer('tea', index % 3 === 0 ? yes : no)),
    );
    expect(acks.filter(({ ok }) => ok)).toHaveLength(60);
    const seen = await stage.until<StageActivityView>(
      'activity:changed',
      ({ answered }) => answered === 60,
    );
    expect(seen.tally).toMatchObject({ counts: [20, 40] });
  });

  it('[R5] travels over long polling too, where a proxy blocks WebSocket', async () => {
    const { code, console } = await startSession(0);
    await console.show(1);
    const phone = await Client.attendee(server.url, code, { transports: ['polling'] });
    expect(await phone.answer('tea', yes)).toMatchObject({ ok: true });
  });
});

describe('the presenter', () => {
  it('[P1] [P5] [A2] opens, closes, reveals, hides and resets a question', async () => {
    const { console, stage, first } = await startSession(1);
    await console.show(2);
    const biscuit = { activity: 'biscuit' };
    const seen = (fits: (view: StageActivityView) => boolean) =>
      stage.until<StageSnapshot>('session:state', ({ activities }) =>
        activities.some((view) => view.id === 'biscuit' && fits(view)),
      );
    expect(await first?.answer('biscuit', yes)).toMatchObject({ error: { name: 'not-open' } });
    await console.ask('activity:open', biscuit);
    await seen(({ phase }) => phase === 'open');
    expect(await first?.answer('biscuit', yes)).toMatchObject({ ok: true });
    await console.ask('activity:close', biscuit);
    await seen(({ phase, tally }) => phase === 'closed' && tally === null);
    await console.ask('activity:reveal', biscuit);
    await seen(({ tally }) => tally !== null);
    await console.ask('activity:hide', biscuit);
    await seen(({ tally }) => tally === null);
    await console.ask('activity:reset', biscuit);
    await seen(({ answered, round }) => answered === 0 && round === 2);
  });

  it('[A1] may move the slides from a stage that has shown the key, and from no other', async () => {
    const { code, stage } = await startSession(0);
    expect(await stage.show(1)).toMatchObject({ ok: false, error: { name: 'not-allowed' } });
    const signedIn = await Client.stage(server.url, code, { key: KEY });
    expect(await signedIn.until('stage:welcome')).toMatchObject({ mayControl: true });
    expect(await signedIn.show(1)).toEqual({ ok: true });
  });

  it('[S5] [S44] ends a session, and every page hears so', async () => {
    const { console, stage, first } = await startSession(1);
    await console.ask('session:end', {});
    await stage.until<StageSnapshot>('session:state', ({ ended }) => ended);
    await first?.until<AttendeeSnapshot>('session:state', ({ ended }) => ended);
    expect(await first?.answer('tea', yes)).toMatchObject({ error: { name: 'session-ended' } });
  });
});
