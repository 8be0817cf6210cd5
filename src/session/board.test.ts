import { describe, expect, it } from 'vitest';
import { PureSession } from '../../test/fixtures/pure-session.ts';
import { BOARD, choose, join, play, scored } from '../../test/fixtures/scored-session.ts';
import { boardOf, ownScore } from './board.ts';
import { madeUpName } from './made-up-name.ts';
import { attendeeSnapshot, stageSnapshot } from './project.ts';
import { takeHome } from './take-home.ts';
import { unauthenticatedSnapshot } from './unauthenticated-stage.ts';

describe('[S94] a board', () => {
  it('gives equal points equal places, and says how many of a place it leaves out', () => {
    const session = new PureSession(scored({ names: 'made-up' }));
    play(session, 1, { a: choose(1), b: choose(1), c: choose(0), d: choose(0), e: choose(0) });
    const board = boardOf(session.state, 3);
    expect(board?.players?.map(({ place }) => place)).toEqual([1, 1, 3]);
    expect(board?.more).toBe(2);
    expect(boardOf(session.state, 2)?.more).toBeUndefined();
  });

  it('says how many have how many points, and has a row for nobody, where nobody has a name', () => {
    const session = new PureSession(scored());
    play(session, 1, { a: choose(1), b: choose(1), c: choose(0) });
    expect(boardOf(session.state, 3)).toEqual({
      ...{ speed: false, people: 3 },
      groups: [
        { place: 1, points: 100, people: 2 },
        { place: 3, points: 0, people: 1 },
      ],
    });
  });

  it('is hidden as long as its people are too few for one of its questions', () => {
    const session = new PureSession(scored({ names: 'made-up' }, { 'hide-below': 3 }));
    play(session, 1, { a: choose(1), b: choose(0) });
    expect(boardOf(session.state, 3)).toEqual({ speed: false, people: 2, needs: 3 });
  });

  it('shows the places that were gained since it was shown before, and no steps between', () => {
    const session = new PureSession(scored({ names: 'made-up' }));
    const changes = () => {
      session.show(BOARD);
      const players = stageSnapshot(session.state).board?.players ?? [];
      return Object.fromEntries(players.map(({ key, change }) => [key, change]));
    };
    play(session, 1, { a: choose(1), b: choose(0), c: choose(0) });
    expect(changes()).toEqual({ 1: null, 2: null, 3: null });
    play(session, 3, { a: { guess: 0 }, b: { guess: 70 }, c: { guess: 65 } });
    expect(changes()).toEqual({ 1: -2, 2: 1, 3: 0 });
    session.do({ type: 'step:undo', step: session.state.steps.at(-1)?.number ?? 0, at: 0 });
    expect(changes()).toEqual({ 1: -2, 2: 1, 3: 0 });
    session.show(6);
    session.do({ type: 'step:undo', step: session.state.steps.at(-1)?.number ?? 0, at: 0 });
    expect(stageSnapshot(session.state).board?.players?.map(({ change }) => change)).toEqual([
      ...[1, 0, -2],
    ]);
  });

  it('is sent to stages only while its slide is shown, and after the end', () => {
    const session = new PureSession(scored({ names: 'made-up' }));
    play(session, 1, { a: choose(1) });
    expect(stageSnapshot(session.state).board).toBeUndefined();
    session.show(BOARD);
    expect(stageSnapshot(session.state).board).toBeDefined();
    expect(unauthenticatedSnapshot(session.state).board).toEqual(
      stageSnapshot(session.state).board,
    );
    session.show(6);
    expect(stageSnapshot(session.state).board).toBeUndefined();
    session.do({ type: 'session:end' });
    expect(stageSnapshot(session.state).board).toBeDefined();
  });
});

describe("[S95] an attendee's own score", () => {
  it('is points, place, name and team, and another key when those of anybody change', () => {
    const session = new PureSession(scored({ names: 'made-up', teams: ['A', 'B'], deal: true }));
    session.do(join('a'));
    const before = attendeeSnapshot(session.state).score?.key;
    play(session, 1, { a: choose(0), b: choose(1) });
    expect(ownScore(session.state, 'a')).toEqual({
      ...{ number: 1, shown: madeUpName('s', 1), name: '', nameIs: 'none', team: 'A' },
      ...{ points: 0, place: 2, people: 2 },
    });
    expect(takeHome(session.state, 'b').score).toMatchObject({ points: 100, place: 1, team: 'B' });
    expect(attendeeSnapshot(session.state).score?.key).not.toBe(before);
  });
});
