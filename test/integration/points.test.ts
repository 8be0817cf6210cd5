import { readCsv } from '../e2e/read-csv.ts';
import { describe, expect, it } from 'vitest';
import type { Board, OwnScore } from '../../src/session/score-views.ts';
import type {
  AttendeeSnapshot,
  ConsoleSnapshot,
  StageSnapshot,
  TakeHome,
} from '../../src/session/views.ts';
import { Client } from './client.ts';
import {
  BOARD,
  END,
  QUESTION,
  RIGHT,
  ScoredSessions,
  refused,
  reveal,
  scoreOf,
} from './scored-sessions.ts';

const sessions = new ScoredSessions();

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
    const { code, presenter } = await sessions.open('true');
    await presenter.show(QUESTION);
    const [one, other] = [await sessions.join(code), await sessions.join(code)];
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
    const { code, presenter } = await sessions.open('{teams: [North, South], deal: true}');
    await presenter.show(QUESTION);
    const phone = await sessions.join(code);
    await phone.ask('player:join', {});
    await phone.answer('capital', RIGHT);
    await reveal(presenter);
    const token = await phone.token();
    await sessions.restart();
    expect(await scoreOf(await sessions.join(code, token))).toMatchObject({
      points: 100,
      team: 'North',
    });
    const csv = await (await sessions.server.api('GET', `/sessions/${code}/results.csv`)).text();
    expect(readCsv(csv)).toMatchObject([{ points: '100', team: 'North' }]);
  });
});

describe('[S94] the board', () => {
  it('is sent to stages, with the key and without, only while its slide is shown', async () => {
    const { code, presenter } = await sessions.open('{names: made-up}');
    const stage = await Client.stage(sessions.server.url, code);
    await presenter.show(QUESTION);
    const phone = await sessions.join(code);
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
    const { code, presenter } = await sessions.open('{names: chosen, teams: [North, South]}');
    const stage = await Client.stage(sessions.server.url, code);
    const phone = await sessions.join(code);
    const tab = await sessions.join(code, await phone.token());
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
    const { code } = await sessions.open('{teams: [A, B, C], deal: true}');
    const phones = await Promise.all(Array.from({ length: 12 }, () => sessions.join(code)));
    await Promise.all(phones.map((phone) => phone.ask('player:join', {})));
    const teams = await Promise.all(phones.map(async (phone) => (await scoreOf(phone)).team));
    for (const name of ['A', 'B', 'C']) {
      expect(teams.filter((team) => team === name)).toHaveLength(4);
    }
  });
});
