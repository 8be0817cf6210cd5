import { describe, expect, it } from 'vitest';
import { PureSession } from '../../test/fixtures/pure-session.ts';
import { BOARD, choose, join, play, scored } from '../../test/fixtures/scored-session.ts';
import { ownScore } from './board.ts';
import { madeUpName } from './made-up-name.ts';
import { stageSnapshot } from './project.ts';
import { unauthenticatedSnapshot } from './unauthenticated-stage.ts';

describe('[S92] names', () => {
  it('are made up, no two alike, and the same after a restart', () => {
    const names = Array.from({ length: 5_000 }, (_, place) => madeUpName('secret', place + 1));
    expect(new Set(names).size).toBe(names.length);
    expect(madeUpName('secret', 7)).toBe(names[6]);
    expect(madeUpName('other', 1)).not.toBe(names[0]);
  });

  it('are chosen, and shown to the room once they are approved', () => {
    const session = new PureSession(scored({ names: 'chosen' }));
    expect(session.do(join('a', '  Ann\u202e '))).toEqual(['player:joined']);
    play(session, 1, { a: choose(1) });
    session.show(BOARD);
    const named = () => stageSnapshot(session.state).board?.players?.map(({ name }) => name);
    expect(named()).toEqual(['Player 1']);
    expect(session.do({ type: 'player:approve', player: 1, name: 'Ann' })).toEqual([
      'player:approved',
    ]);
    expect(named()).toEqual(['Ann']);
    expect(session.do(join('a', 'Bob'))).toEqual(['player:joined']);
    expect(named()).toEqual(['Player 1']);
    expect(JSON.stringify(unauthenticatedSnapshot(session.state))).not.toContain('Bob');
  });

  it('are approved as the presenter has read them', () => {
    const session = new PureSession(scored({ names: 'chosen' }));
    session.do(join('a', 'Ann'));
    session.do(join('a', 'Another'));
    expect(session.do({ type: 'player:approve', player: 1, name: 'Ann' })).toBe('name-changed');
  });

  it('stay away once they were put away, until another one is chosen', () => {
    const session = new PureSession(scored({ names: 'chosen' }));
    session.do(join('a', 'Ann'));
    session.do({ type: 'player:put-away', player: 1, name: 'Ann' });
    expect(session.do(join('a', 'Ann'))).toEqual([]);
    expect(ownScore(session.state, 'a')).toMatchObject({ shown: 'Player 1', nameIs: 'put-away' });
  });

  it('are refused where they read as that of another player does, or as a number', () => {
    const session = new PureSession(scored({ names: 'chosen' }));
    session.do(join('a', 'Ann'));
    for (const name of ['Ann', 'ANN.', 'Player 1', 'player 77']) {
      expect(session.do(join('b', name))).toBe('name-taken');
    }
    expect(session.do(join('a', 'ANN'))).toEqual(['player:joined']);
    expect(session.do(join('b', 'Anna'))).toEqual(['player:joined']);
  });

  it.each([
    [{ names: 'chosen' }, ' \u200b ', null, 'unfitting-name'],
    [{ names: 'chosen' }, 'x'.repeat(31), null, 'unfitting-name'],
    [{ names: 'made-up' }, 'Ann', null, 'not-chosen'],
    [{ names: 'chosen', teams: ['A', 'B'] }, null, 'C', 'unknown-team'],
    [{ teams: ['A', 'B'], deal: true }, null, 'A', 'not-chosen'],
    [{}, null, null, 'no-players'],
  ] as const)('and teams are refused that do not fit: %j, %j, %j', (scoring, name, team, why) => {
    expect(new PureSession(scored(scoring)).do(join('a', name, team))).toBe(why);
  });
});
