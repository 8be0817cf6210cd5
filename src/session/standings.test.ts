import { describe, expect, it } from 'vitest';
import { PureSession } from '../../test/fixtures/pure-session.ts';
import { BOARD, choose, join, play, pointsOf, scored } from '../../test/fixtures/scored-session.ts';
import type { Deck } from '../deck/deck.ts';
import { boardOf, ownScore } from './board.ts';
import { attendeeSnapshot, stageSnapshot } from './project.ts';
import { report } from './results.ts';
import { takeHome } from './take-home.ts';

describe('[S90] points', () => {
  it('are for what is right of an answer, less what is wrong, by the weight of its question', () => {
    const session = new PureSession(scored());
    play(session, 1, { a: choose(1), b: choose(0) });
    play(session, 2, { a: choose(0), b: choose(0, 1), c: choose(0, 2), d: choose(0, 1, 2) });
    expect(pointsOf(session)).toEqual({ a: 125, b: 0, c: 50, d: 25 });
    play(session, 4, { e: { lines: [0, 1] }, f: { lines: [0] }, g: { lines: [1, 2, 3] } });
    expect(pointsOf(session)).toMatchObject({ e: 100, f: 50, g: 0 });
  });

  it('are for how near a guess is: half at the farthest distance that its author calls near', () => {
    const session = new PureSession(scored());
    play(session, 3, {
      ...{ right: { guess: 70 }, near: { guess: 65 }, edge: { guess: 80 }, far: { guess: 50 } },
      ...{ farther: { guess: 0 } },
    });
    expect(pointsOf(session)).toEqual({ right: 200, near: 150, edge: 100, far: 0, farther: 0 });
  });

  it('are none with `points: 0`, and no such answer counts anybody in', () => {
    const session = new PureSession(scored({}, { points: 0 }));
    play(session, 1, { a: choose(1) });
    expect(boardOf(session.state, 5)?.people).toBe(0);
  });

  it('count only while the correct answer is revealed, whatever takes that back', () => {
    const session = new PureSession(scored());
    play(session, 1, { a: choose(1), b: choose(0) }, false);
    expect(pointsOf(session)).toEqual({});
    expect(ownScore(session.state, 'a')).toMatchObject({ points: 0, place: null });
    session.do({ type: 'activity:reveal-answer', activity: 'capital' });
    expect(pointsOf(session)).toEqual({ a: 100, b: 0 });
    session.do({ type: 'activity:hide-answer', activity: 'capital' });
    expect(pointsOf(session)).toEqual({});
    session.do({ type: 'step:undo', step: session.state.steps.at(-1)?.number ?? 0, at: 0 });
    expect(pointsOf(session)).toEqual({ a: 100, b: 0 });
    session.do({ type: 'activity:reset', activity: 'capital' });
    expect(pointsOf(session)).toEqual({});
  });

  it('follow another weight at once, and leave the answers as they are', () => {
    const session = new PureSession(scored());
    play(session, 1, { a: choose(1) });
    const facts = session.do({ type: 'deck:revise', deck: rehashed(scored({}, { points: 300 })) });
    expect(facts).toEqual(['deck:revised']);
    expect(pointsOf(session)).toEqual({ a: 300 });
  });

  it('are in no part of a session whose deck has none', () => {
    const { score: _, ...deck } = scored();
    const session = new PureSession(deck);
    play(session, 1, { a: choose(1) });
    session.show(BOARD);
    const { state } = session;
    expect(stageSnapshot(state)).not.toHaveProperty('board');
    expect(attendeeSnapshot(state)).not.toHaveProperty('score');
    expect(takeHome(state, 'a')).not.toHaveProperty('score');
    expect(report(state)).toMatchObject({ board: null, rows: [{ points: null, team: '' }] });
  });

  it('are in the results by answer, and null before the correct answer is revealed', () => {
    const session = new PureSession(scored({ teams: ['North', 'South'] }));
    session.do(join('a', null, 'South'));
    play(session, 1, { a: choose(1), b: choose(0) });
    play(session, 2, { a: choose(0) }, false);
    const rows = report(session.state).rows.map(({ attendee, activity, points, team }) => [
      ...[attendee, activity, points, team],
    ]);
    expect(rows).toEqual([
      ['a', 'capital', 100, 'South'],
      ['b', 'capital', 0, ''],
      ['a', 'lights', null, 'South'],
    ]);
  });
});

/** The deck with another hash, as the compiler gives it to each version. */
function rehashed(deck: Deck): Deck {
  return { ...deck, hash: `${deck.hash}-2` };
}

describe('[S91] points for speed', () => {
  function answerAfter(after: number | undefined, more = {}, right = 1): number | undefined {
    const session = new PureSession(scored({ speed: true }, more));
    session.show(1);
    const given = { activity: 'capital', attendee: 'a', id: 'i', hash: null, round: null };
    session.do({ type: 'answer:give', ...given, answer: choose(right), after });
    session.do({ type: 'activity:reveal-answer', activity: 'capital' });
    return session.state.standings.points.get('a');
  }

  it.each([
    [0, 100],
    [15_000, 75],
    [30_000, 50],
    [90_000, 50],
    [undefined, 50],
  ])(
    'are half of all, and fall evenly to none: after %s ms there are %s points',
    (after, points) => {
      expect(answerAfter(after)).toBe(points);
    },
  );

  it('fall over the time of the question, where it has one', () => {
    expect(answerAfter(5_000, { 'close-after': 10 })).toBe(75);
  });

  it('are none for a wrong answer, however quick', () => {
    expect(answerAfter(0, {}, 0)).toBe(0);
  });

  it('are none where the deck does not say so, and no time is kept then', () => {
    const session = new PureSession(scored());
    session.show(1);
    const given = { activity: 'capital', attendee: 'a', id: 'i', hash: null, round: null };
    session.do({ type: 'answer:give', ...given, answer: choose(1), after: 30_000 });
    session.do({ type: 'activity:reveal-answer', activity: 'capital' });
    expect(pointsOf(session)).toEqual({ a: 100 });
    expect(JSON.stringify(session.facts)).not.toContain('"after"');
  });
});
