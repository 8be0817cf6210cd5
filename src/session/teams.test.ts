import { describe, expect, it } from 'vitest';
import { PureSession } from '../../test/fixtures/pure-session.ts';
import { choose, join, play, scored } from '../../test/fixtures/scored-session.ts';
import { boardOf } from './board.ts';

describe('[S93] teams', () => {
  it('have the mean of those of their people who have points', () => {
    const session = new PureSession(scored({ teams: ['North', 'South'] }));
    for (const one of ['a', 'b', 'c']) session.do(join(one, null, 'North'));
    for (const one of ['d', 'absent']) session.do(join(one, null, 'South'));
    play(session, 1, { a: choose(1), b: choose(1), c: choose(0), d: choose(1), alone: choose(1) });
    expect(boardOf(session.state, 5)).toMatchObject({
      people: 5,
      teams: [
        { name: 'South', place: 1, points: 100, people: 1 },
        { name: 'North', place: 2, points: 67, people: 3 },
      ],
    });
  });

  it('are dealt in turn, so that no two differ by more than one', () => {
    const session = new PureSession(scored({ teams: ['A', 'B', 'C'], deal: true }));
    for (let place = 0; place < 8; place += 1) session.do(join(`a${place}`));
    const teams = [...session.state.players.values()].map(({ team }) => team);
    expect(['A', 'B', 'C'].map((name) => teams.filter((team) => team === name).length)).toEqual([
      ...[3, 3, 2],
    ]);
  });

  it('are not left any more once points count for them', () => {
    const session = new PureSession(scored({ teams: ['North', 'South'] }));
    session.do(join('a', null, 'North'));
    session.do(join('a', null, 'South'));
    play(session, 1, { a: choose(1) });
    expect(session.do(join('a', null, 'North'))).toBe('team-fixed');
  });

  it('of too few people have no mean, as the most careful question says', () => {
    const session = new PureSession(scored({ teams: ['North', 'South'] }, { 'hide-below': 2 }));
    for (const one of ['a', 'b']) session.do(join(one, null, 'North'));
    session.do(join('c', null, 'South'));
    play(session, 1, { a: choose(1), b: choose(0), c: choose(1) });
    expect(boardOf(session.state, 5)?.teams).toMatchObject([
      { name: 'North', points: 50 },
      { name: 'South', points: null, place: null, people: 1 },
    ]);
  });
});
