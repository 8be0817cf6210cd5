import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TakeHomeAck } from '../../src/protocol/messages.ts';
import type { TallyView, ConsoleActivityView, StageSnapshot } from '../../src/session/views.ts';
import type { AttendeeSnapshot, ConsoleSnapshot } from '../../src/session/views.ts';
import { nameOfText, voteKeyOf } from '../../src/moderation/vote-key.ts';
import { Client } from './client.ts';
import { RunningServer } from './running-server.ts';

const DECK = `---
channels: [questions, pace]
---

# Welcome

---

\`\`\`poll
id: tea
question: Tea?
options: [Yes, No]
\`\`\`
`;
const PAYS = 'Who pays for <b>all</b> this?';
const KEY = voteKeyOf(nameOfText(PAYS));

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
  await server.rewriteDeck(DECK);
});
afterAll(() => server.stop());

async function open() {
  const code = await server.session();
  const presenter = await Client.console(server.url, code);
  const stage = await Client.stage(server.url, code);
  const [ann, ben] = [
    await Client.attendee(server.url, code),
    await Client.attendee(server.url, code),
  ];
  const decide = (control: unknown) =>
    presenter.ask('activity:control', { activity: 'questions', control });
  return { code, presenter, stage, ann, ben, decide };
}

const ask = (phone: Client, asked: readonly unknown[], votes: readonly unknown[] = []) =>
  phone.answer('questions', { asked, votes });
const follow = (phone: Client, channel = 'questions', on: unknown = true) =>
  phone.ask('channel:follow', { channel, on });
const words = (view: TallyView) => JSON.stringify(view.tally);

describe('[S80] a channel', () => {
  it('is open from the start, on no slide, and closed and opened by the presenter alone', async () => {
    const { code, presenter, ann } = await open();
    const { channels } = await ann.until<AttendeeSnapshot>('session:state');
    expect(channels?.map(({ id, open: isOpen }) => [id, isOpen])).toEqual([
      ['pace', true],
      ['questions', true],
    ]);
    expect(await ann.answer('pace', { signal: 'lost' })).toMatchObject({ ok: true });
    expect(await presenter.ask('activity:close', { activity: 'pace' })).toEqual({ ok: true });
    expect(await ann.answer('pace', { signal: 'fast' })).toMatchObject({
      error: { name: 'not-open' },
    });
    for (const event of ['activity:reset', 'activity:reveal', 'activity:hide']) {
      expect(await presenter.ask(event, { activity: 'pace' })).toMatchObject({
        error: { name: 'channel' },
      });
    }
    expect(await presenter.ask('activity:open', { activity: 'pace' })).toEqual({ ok: true });
    expect(await ann.answer('pace', { signal: 'fast' })).toMatchObject({ ok: true });
    const rows = await (await server.api('GET', `/sessions/${code}/results.json`)).json();
    expect(rows).toMatchObject({ activities: [{ id: 'tea', asked: false }, { id: 'pace' }, {}] });
  });

  it('leaves questions as they are: not answered elsewhere, none of one’s own answers, in no self-paced mode', async () => {
    const { presenter, ann } = await open();
    await ask(ann, [PAYS]);
    await presenter.show(1);
    const { joinCorner } = await presenter.until<ConsoleSnapshot>(
      'session:state',
      ({ position }) => position.h === 1,
    );
    expect(joinCorner).toBe(true);
    await presenter.ask('self-paced:set', { on: true });
    await presenter.ask('self-paced:set', { on: false });
    expect(await ask(ann, [PAYS, 'And when?'])).toMatchObject({ ok: true });
    const home = (await ann.ask('take-home:get', {})) as TakeHomeAck;
    // All that one asked is a part of its own there.
    expect(home).toMatchObject({ takeHome: { questions: [{ answer: null }], asked: [{}, {}] } });
  });

  it('ends with the session, keeps what came through it over a restart, and goes on when it is reopened', async () => {
    const { code, presenter, ann, decide } = await open();
    await ask(ann, [PAYS]);
    await decide({ approve: `:${PAYS}` });
    await presenter.ask('session:end', {});
    expect(await ask(ann, ['Too late?'])).toMatchObject({ error: { name: 'session-ended' } });
    await presenter.ask('session:reopen', {});
    expect(await ask(ann, [PAYS, 'In time?'])).toMatchObject({ ok: true });
    server = await server.restart();
    const again = await Client.console(server.url, code);
    const { channels } = await again.until<ConsoleSnapshot>('session:state');
    const questions = channels.find(({ id }) => id === 'questions');
    expect(questions?.phase).toBe('open');
    expect(JSON.stringify(questions?.ownTally)).toContain('In time?');
  });
});

describe('[V37] a question from the room', () => {
  it('comes to the console at once, and after its approval to stages and to those who follow', async () => {
    const { presenter, stage, ann, ben, decide } = await open();
    expect(await follow(ben)).toEqual({ ok: true });
    expect(await ask(ann, [PAYS])).toMatchObject({ ok: true });
    await presenter.until<ConsoleActivityView>('activity:changed', ({ ownTally }) =>
      JSON.stringify(ownTally).includes('Who pays'),
    );
    for (const client of [stage, ben]) expect(client.heard()).not.toContain('Who pays');
    expect(await decide({ approve: `:${PAYS}` })).toEqual({ ok: true });
    await stage.until<StageSnapshot>('session:state', ({ channels }) =>
      JSON.stringify(channels).includes('Who pays'),
    );
    await ben.until<TallyView>('channel:changed', (view) => words(view).includes('Who pays'));
    expect(await ask(ben, [], [KEY])).toMatchObject({ ok: true });
    await ben.until<TallyView>('channel:changed', (view) => words(view).includes('"count":2'));
    expect(ann.heard()).not.toContain('channel:changed');
    expect(await follow(ben, 'questions', false)).toEqual({ ok: true });
    await ask(ben, []);
    await presenter.until<ConsoleActivityView>('activity:changed', ({ ownTally }) =>
      JSON.stringify(ownTally).includes('"count":1'),
    );
  });

  it('names its author to nobody: not to screens, not to phones, not in the export', async () => {
    const { code, presenter, stage, ann, ben, decide } = await open();
    await follow(ben);
    const ack = await ask(ann, [PAYS]);
    expect(ack).toMatchObject({ ok: true });
    await decide({ approve: `:${PAYS}` });
    await ben.until<TallyView>('channel:changed', (view) => words(view).includes('Who pays'));
    const [attendee = ''] = (await ann.token()).split('.');
    expect(attendee).not.toBe('');
    const json = await (await server.api('GET', `/sessions/${code}/results.json`)).text();
    const csv = await (await server.api('GET', `/sessions/${code}/results.csv`)).text();
    expect(json).toContain('Who pays');
    for (const text of [json, csv, presenter.heard(), stage.heard(), ben.heard()]) {
      expect(text).not.toContain(attendee);
    }
  });
});

describe('[S80] the pace', () => {
  it('is what consoles see, and nobody else', async () => {
    const { presenter, stage, ann, ben } = await open();
    await ben.answer('pace', { signal: 'fast' });
    await ann.answer('pace', { signal: 'lost' });
    await presenter.until<ConsoleActivityView>(
      'activity:changed',
      ({ id, ownTally }) => id === 'pace' && JSON.stringify(ownTally).includes('[0,0,1,1]'),
    );
    expect(await follow(ben, 'pace')).toMatchObject({ error: { name: 'unknown-activity' } });
    await presenter.show(1);
    await stage.until<StageSnapshot>('session:state', ({ position }) => position.h === 1);
    for (const client of [stage, ben]) {
      expect(client.heard()).not.toContain('stretches');
      expect(client.heard()).not.toContain('0,0,1,1');
    }
  });
});

describe('[A23] a channel against those who mean it ill', () => {
  it('takes nothing for others, twice, too much, of another shape, or from others than attendees', async () => {
    const { presenter, stage, ann, ben, decide } = await open();
    await ask(ann, [PAYS]);
    await decide({ approve: `:${PAYS}` });
    const refused = [
      [PAYS, 'who pays for <b>all</b> this'],
      ['x'.repeat(201)],
      Array.from({ length: 6 }, (_, place) => `Question ${place}`),
      Array.from({ length: 21 }, (_, place) => `Question ${place}`),
      [{ text: PAYS, attendee: 'ann' }],
      [''],
    ];
    for (const asked of refused) {
      expect(await ask(ben, asked)).toMatchObject({ error: { name: 'unfitting-answer' } });
    }
    const votes = [[KEY, KEY], [PAYS], [7], Array.from({ length: 201 }, (_, n) => hex(n))];
    for (const keys of votes) {
      expect(await ask(ben, [], keys)).toMatchObject({ error: { name: 'unfitting-answer' } });
    }
    expect(await ask(ben, [], [hex(7)])).toMatchObject({ ok: true });
    for (const client of [presenter, stage]) {
      expect(await ask(client, ['Mine?'])).toMatchObject({ error: { name: 'not-allowed' } });
      expect(await follow(client)).toMatchObject({ error: { name: 'not-allowed' } });
    }
    for (const control of [{ approve: ':x' }, { 'let-through': true }, { answer: `:${PAYS}` }]) {
      for (const client of [ann, stage]) {
        expect(
          await client.ask('activity:control', { activity: 'questions', control }),
        ).toMatchObject({ error: { name: 'not-allowed' } });
      }
    }
    for (const channel of ['pace', 'tea', 'constructor', '']) {
      expect(await follow(ben, channel)).toMatchObject({ ok: false });
    }
    expect(await follow(ben, 'questions', 'yes')).toMatchObject({ error: { name: 'bad-message' } });
    for (const signal of ['angry', 0, ['lost'], { signal: 'lost' }]) {
      expect(await ben.answer('pace', { signal })).toMatchObject({
        error: { name: 'unfitting-answer' },
      });
    }
  });

  it('counts a flood of votes once, and slows it down', async () => {
    const { stage, ann, ben, decide } = await open();
    await ask(ann, [PAYS]);
    await decide({ approve: `:${PAYS}` });
    const acks = await Promise.all(
      Array.from({ length: 120 }, (_, place) => ask(ben, [], place % 2 === 0 ? [KEY] : [])),
    );
    expect(acks.some(({ ok }) => !ok)).toBe(true);
    for (;;) if ((await ask(ben, [], [KEY])).ok) break;
    await stage.until<StageSnapshot['channels'][number]>('activity:changed', ({ tally }) =>
      JSON.stringify(tally).includes('"count":2'),
    );
    expect(stage.heard()).not.toContain('"count":3');
  });
});

function hex(number: number): string {
  return number.toString(16).padStart(12, '0');
}
