import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScoreAck } from '../../src/protocol/messages.ts';
import type { Board, OwnScore } from '../../src/session/score-views.ts';
import type {
  AttendeeSnapshot,
  ConsoleSnapshot,
  StageSnapshot,
  TakeHome,
} from '../../src/session/views.ts';
import { Client } from './client.ts';
import { RunningServer } from './running-server.ts';

const QUIZ = `
---

\`\`\`quiz
id: capital
question: Capital?
options: [Sydney, Canberra]
answer: 2
\`\`\`

---

\`\`\`board
first: 3
\`\`\`

---

# The end
`;
const deckWith = (score: string) => `---\nscore: ${score}\n---\n\n# Points\n${QUIZ}`;
const [QUESTION, BOARD, END] = [1, 2, 3];
const RIGHT = { choices: [1] };

let server: RunningServer;
/** The server's clock, which stands still unless a test moves it. */
let clock = Date.UTC(2026, 0, 1);
beforeAll(async () => {
  server = await RunningServer.start(() => clock);
});
afterAll(() => server.stop());

async function open(score: string): Promise<{ code: string; presenter: Client }> {
  await server.rewriteDeck(deckWith(score));
  const code = await server.session();
  return { code, presenter: await Client.console(server.url, code) };
}

const join = (code: string, token?: string) =>
  Client.attendee(server.url, code, token === undefined ? {} : { token });

async function scoreOf(phone: Client): Promise<OwnScore> {
  const ack = (await phone.ask('score:get', {})) as ScoreAck;
  if (!ack.ok) throw new Error(ack.error.message);
  return ack.score;
}

const reveal = (presenter: Client) =>
  presenter.ask('activity:reveal-answer', { activity: 'capital' });

const shown = (phone: Client) => phone.ask('question:shown', { activity: 'capital', round: 1 });

const refused = (name: string) => ({ ok: false, error: { name } });

/** The board that a stage is sent while its slide is shown. */
async function boardOn(stage: Client, fits: (board: Board) => boolean): Promise<Board | undefined> {
  const snapshot = await stage.until<StageSnapshot>(
    'session:state',
    ({ board }) => board !== undefined && fits(board),
  );
  return snapshot.board;
}

describe('[S90] [S95] points', () => {
  it('reach the phone of each, and nobody before the correct answer is revealed', async () => {
    const { code, presenter } = await open('true');
    await presenter.show(QUESTION);
    const [one, other] = [await join(code), await join(code)];
    const { score } = await one.until<AttendeeSnapshot>('session:state');
    expect(score).toMatchObject({ speed: false, names: 'none', teams: [], key: '' });
    await one.answer('capital', RIGHT);
    await other.answer('capital', { choices: [0] });
    expect(await scoreOf(one)).toMatchObject({ points: 0, place: null, people: 0 });
    await reveal(presenter);
    await one.until<AttendeeSnapshot>('session:state', (seen) => seen.score?.key !== '');
    expect(await scoreOf(one)).toMatchObject({ points: 100, place: 1, people: 2 });
    expect(await scoreOf(other)).toMatchObject({ points: 0, place: 2, people: 2 });
    const ack = (await one.ask('take-home:get', {})) as { takeHome?: TakeHome };
    expect(ack.takeHome?.score).toMatchObject({ points: 100, place: 1 });
    await presenter.ask('activity:hide-answer', { activity: 'capital' });
    expect(await scoreOf(one)).toMatchObject({ points: 0, place: null });
  });

  it('survive a restart, and are in the export', async () => {
    const { code, presenter } = await open('{teams: [North, South], deal: true}');
    await presenter.show(QUESTION);
    const phone = await join(code);
    await phone.ask('player:join', {});
    await phone.answer('capital', RIGHT);
    await reveal(presenter);
    const token = await phone.token();
    server = await server.restart();
    expect(await scoreOf(await join(code, token))).toMatchObject({ points: 100, team: 'North' });
    const csv = await (await server.api('GET', `/sessions/${code}/results.csv`)).text();
    expect(csv.split('\r\n')[0]).toMatch(/"again","points","team"$/);
    expect(csv.split('\r\n')[1]).toMatch(/"100","North"$/);
  });
});

describe('[S94] the board', () => {
  it('is sent to stages, with the key and without, only while its slide is shown', async () => {
    const { code, presenter } = await open('{names: made-up}');
    const stage = await Client.stage(server.url, code);
    await presenter.show(QUESTION);
    const phone = await join(code);
    await phone.answer('capital', RIGHT);
    await reveal(presenter);
    const own = await scoreOf(phone);
    await presenter.show(END);
    await stage.until<StageSnapshot>('session:state', ({ position }) => position.h === END);
    expect(stage.heard()).not.toContain(own.shown);
    await presenter.show(BOARD);
    const board = await boardOn(stage, ({ people }) => people === 1);
    expect(board?.players).toEqual([
      { place: 1, key: '1', name: own.shown, points: 100, change: null },
    ]);
    const seen = await presenter.until<ConsoleSnapshot>('session:state');
    expect(seen.standings?.people).toBe(1);
  });
});

describe('[S92] [S93] names and teams', () => {
  it('are chosen on a phone, told to all its tabs, and come to the room once approved', async () => {
    const { code, presenter } = await open('{names: chosen, teams: [North, South]}');
    const stage = await Client.stage(server.url, code);
    const phone = await join(code);
    const tab = await join(code, await phone.token());
    await presenter.show(QUESTION);
    expect(await phone.ask('player:join', { name: ' Ann ', team: 'South' })).toEqual({ ok: true });
    const told = await tab.until<OwnScore>('score:mine');
    expect(told).toMatchObject({
      name: 'Ann',
      nameIs: 'waiting',
      shown: 'Player 1',
      team: 'South',
    });
    await phone.answer('capital', RIGHT);
    await reveal(presenter);
    await presenter.show(BOARD);
    await boardOn(stage, ({ players }) => players?.[0]?.name === 'Player 1');
    const { players } = await presenter.until<ConsoleSnapshot>(
      'session:state',
      (seen) => seen.players?.allWaiting === 1,
    );
    expect(players?.waiting).toEqual([{ number: 1, name: 'Ann' }]);
    expect(stage.heard()).not.toContain('Ann');
    expect(await presenter.ask('player:approve', { player: 1, name: 'Ann' })).toEqual({ ok: true });
    await boardOn(stage, (board) => board.players?.[0]?.name === 'Ann');
    await phone.until<OwnScore>('score:mine', ({ nameIs }) => nameIs === 'approved');
    await presenter.ask('session:end', {});
    expect(await phone.ask('player:join', { name: 'Bob' })).toMatchObject(refused('session-ended'));
    expect(await presenter.ask('player:put-away', { player: 1, name: 'Ann' })).toEqual({
      ok: true,
    });
  });

  it('are dealt evenly to a hall that joins at one moment', async () => {
    const { code } = await open('{teams: [A, B, C], deal: true}');
    const phones = await Promise.all(Array.from({ length: 12 }, () => join(code)));
    await Promise.all(phones.map((phone) => phone.ask('player:join', {})));
    const teams = await Promise.all(phones.map(async (phone) => (await scoreOf(phone)).team));
    for (const name of ['A', 'B', 'C']) {
      expect(teams.filter((team) => team === name)).toHaveLength(4);
    }
  });
});

describe('[S91] speed', () => {
  async function playing() {
    const { code, presenter } = await open('{speed: true}');
    const phone = await join(code);
    await presenter.show(QUESTION);
    await phone.until<AttendeeSnapshot>('session:state', ({ here }) => here === 'capital');
    return { code, presenter, phone };
  }

  /** The points of an answer, which is given now. */
  async function pointsOf(phone: Client, presenter: Client): Promise<number> {
    await phone.answer('capital', RIGHT);
    await reveal(presenter);
    return (await scoreOf(phone)).points;
  }

  it('counts from when the phone has first shown the question', async () => {
    const { presenter, phone } = await playing();
    clock += 2_000;
    await shown(phone);
    clock += 900;
    await shown(phone);
    clock += 14_100;
    expect(await pointsOf(phone, presenter)).toBe(75);
  });

  it('believes a phone that says so late for 3 s', async () => {
    const { presenter, phone } = await playing();
    clock += 18_000;
    await shown(phone);
    expect(await pointsOf(phone, presenter)).toBe(75);
  });

  it('counts from the opening where a phone says nothing', async () => {
    const { presenter, phone } = await playing();
    clock += 15_000;
    expect(await pointsOf(phone, presenter)).toBe(75);
  });

  it('gives nothing to a phone that left and connected again', async () => {
    const { code, presenter, phone } = await playing();
    const token = await phone.token();
    phone.close();
    clock += 18_000;
    const again = await join(code, token);
    await shown(again);
    expect(await pointsOf(again, presenter)).toBe(75);
  });

  it('counts from when somebody came who came late', async () => {
    const { code, presenter } = await playing();
    clock += 25_000;
    const late = await join(code);
    await late.until('session:state');
    expect(await pointsOf(late, presenter)).toBe(100);
  });

  it('takes no word for a question that is closed, unknown, or of another round', async () => {
    const { presenter, phone } = await playing();
    const say = (activity: string, round: number) =>
      phone.ask('question:shown', { activity, round });
    expect(await say('capital', 2)).toMatchObject(refused('reset'));
    expect(await say('constructor', 1)).toMatchObject(refused('unknown-activity'));
    await presenter.ask('activity:close', { activity: 'capital' });
    expect(await say('capital', 1)).toMatchObject(refused('not-open'));
  });
});

describe('[A7] [A1] a hostile player', () => {
  it('can name nobody else, approve nothing, and send no answer with a time of its own', async () => {
    const { code, presenter } = await open('{names: chosen, speed: true}');
    const [phone, victim] = [await join(code), await join(code)];
    const stage = await Client.stage(server.url, code);
    await victim.ask('player:join', {});
    for (const more of [{ attendee: 'a' }, { number: 1 }, { player: 1 }]) {
      expect(await phone.ask('player:join', { name: 'Eve', ...more })).toMatchObject(
        refused('bad-message'),
      );
    }
    expect(await scoreOf(victim)).toMatchObject({ name: '' });
    await phone.ask('player:join', { name: 'Eve' });
    for (const verb of ['player:approve', 'player:put-away']) {
      for (const client of [phone, stage]) {
        expect(await client.ask(verb, { player: 2, name: 'Eve' })).toMatchObject(
          refused('not-allowed'),
        );
      }
    }
    for (const client of [presenter, stage]) {
      for (const [event, message] of [
        ['player:join', { name: 'Eve' }],
        ['score:get', {}],
        ['question:shown', { activity: 'capital', round: 1 }],
      ] as const) {
        expect(await client.ask(event, message)).toMatchObject(refused('not-allowed'));
      }
    }
    const timed = { activity: 'capital', answer: RIGHT, id: 'timed-answer', after: 0 };
    expect(await phone.ask('answer:give', timed)).toMatchObject(refused('bad-message'));
  });

  it('is refused whatever has no shape, and markup stays a text', async () => {
    const { code, presenter } = await open('{names: chosen, teams: [North, South]}');
    const phone = await join(code);
    for (const message of [
      ...[null, [], 'Eve', { name: 1 }, { name: null }, { team: {} }, { name: 'x'.repeat(201) }],
      ...[{ name: '<b>'.repeat(5_000) }, { name: { toString: 'x' } }],
    ]) {
      expect(await phone.ask('player:join', message)).toMatchObject({ ok: false });
    }
    // The first has used up its rate.
    const other = await join(code);
    await other.ask('player:join', { name: '<img src=x onerror=x>' });
    const { players } = await presenter.until<ConsoleSnapshot>(
      'session:state',
      (seen) => seen.players?.allWaiting === 1,
    );
    expect(players?.waiting[0]?.name).toBe('<img src=x onerror=x>');
    for (const message of [
      ...[null, { activity: 'capital' }, { activity: 'capital', round: 0 }, { round: 1 }],
      { activity: 'x'.repeat(65), round: 1 },
    ]) {
      expect(await phone.ask('question:shown', message)).toMatchObject(refused('bad-message'));
    }
  });

  it('that floods with names is told to slow down, fills no log, and holds up nobody', async () => {
    const { code } = await open('{names: chosen}');
    const [flooder, other] = [await join(code), await join(code)];
    const before = await server.log.read(code);
    const acks = await Promise.all(
      Array.from({ length: 30 }, (_, place) =>
        flooder.ask('player:join', { name: `Eve ${place}` }),
      ),
    );
    expect(acks.filter(({ ok }) => ok).length).toBeLessThan(10);
    expect(acks.at(-1)).toMatchObject(refused('slow-down'));
    const after = await server.log.read(code);
    if (!before.ok || !after.ok) throw new Error('The log cannot be read');
    expect(after.value.length - before.value.length).toBeLessThan(10);
    expect(await other.ask('player:join', { name: 'Ann' })).toEqual({ ok: true });
  });

  it('that floods with shown questions is told to slow down', async () => {
    const { code, presenter } = await open('{speed: true}');
    await presenter.show(QUESTION);
    const phone = await join(code);
    const acks = await Promise.all(Array.from({ length: 80 }, () => shown(phone)));
    expect(acks.find(({ ok }) => !ok)).toMatchObject(refused('slow-down'));
    expect(server.faults).toEqual([]);
  });
});
