import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PureSession } from '../../test/fixtures/pure-session.ts';
import { deckOf, question } from '../../test/fixtures/small-deck.ts';
import type { Deck, Scoring } from '../deck/deck.ts';
import type { Json } from '../lib/json.ts';
import { activityType } from '../activities/registry.ts';
import { boardOf, ownScore } from './board.ts';
import type { Command } from './commands.ts';
import { replay } from './evolve.ts';
import { madeUpName } from './made-up-name.ts';
import { attendeeSnapshot, stageSnapshot } from './project.ts';
import { takeHome } from './take-home.ts';
import { report } from './results.ts';
import { unauthenticatedSnapshot } from './unauthenticated-stage.ts';

const plain: Scoring = { speed: false, names: 'none', teams: [], deal: false };

const capital = { id: 'capital', question: 'Capital?', options: ['A', 'B', 'C'], answer: 2 };
const lights = { id: 'lights', question: 'Lights?', options: ['A', 'B', 'C'], answer: [1, 3] };
const water = {
  ...{ id: 'water', question: 'Water?', unit: '%', from: 0, to: 100, answer: 70 },
  ...{ within: [5, 10], source: 'A survey' },
};
const faults = { id: 'faults', question: 'Faults?', code: 'a\nb\nc\nd', answer: [1, 2] };

/** A title, a quiz, another with two right options, a guess, faults in lines, and a board. */
function scored(
  scoring: Partial<Scoring> = {},
  more: Readonly<Record<string, unknown>> = {},
): Deck {
  const deck = deckOf([
    { title: 'Title' },
    { title: 'One', activity: question('quiz', { ...capital, ...more }) },
    { title: 'Two', activity: question('quiz', { ...lights, points: 50 }) },
    { title: 'Three', activity: question('guess', { ...water, points: 200 }) },
    { title: 'Four', activity: question('highlight', faults) },
    { title: 'Board' },
    { title: 'End' },
  ]);
  const slides = deck.slides.map((one) => (one.title === 'Board' ? { ...one, board: 3 } : one));
  return { ...deck, slides, score: { ...plain, ...scoring } };
}

const BOARD = 5;

/** Opens the question of a slide, takes answers, and reveals the correct one. */
function play(
  session: PureSession,
  slide: number,
  answers: Readonly<Record<string, Json>>,
  isRevealed = true,
): void {
  session.show(slide);
  const activity = session.state.deck.slides[slide]?.activity ?? '';
  for (const [attendee, answer] of Object.entries(answers)) {
    session.answer(attendee, activity, answer);
  }
  if (isRevealed) session.do({ type: 'activity:reveal-answer', activity });
}

const choose = (...choices: number[]): Json => ({ choices });
const pointsOf = (session: PureSession) => Object.fromEntries(session.state.standings.points);
const join = (attendee: string, name: string | null = null, team: string | null = null) =>
  ({ type: 'player:join', attendee, name, team }) as const;

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

const answerTo = (activity: string, answer: fc.Arbitrary<Json>): fc.Arbitrary<Command> =>
  fc.record({
    ...{ type: fc.constant('answer:give'), attendee: fc.constantFrom('a', 'b', 'c', 'd') },
    ...{ activity: fc.constant(activity), answer, id: fc.uuid(), after: fc.nat(40_000) },
    ...{ hash: fc.constant(null), round: fc.constant(null) },
  });

/** Answers, names, and what a presenter does, in any order. */
const anything: fc.Arbitrary<Command>[] = [
  answerTo(
    'capital',
    fc.nat(2).map((choice) => ({ choices: [choice] })),
  ),
  answerTo(
    'water',
    fc.nat(100).map((guess) => ({ guess })),
  ),
  fc.record({
    type: fc.constantFrom(
      ...(['activity:open', 'activity:reveal-answer'] as const),
      ...(['activity:hide-answer', 'activity:reset'] as const),
    ),
    activity: fc.constantFrom('capital', 'water'),
  }),
  fc.record({
    type: fc.constant('slide:show'),
    position: fc.record({ h: fc.nat(6), v: fc.constant(0), f: fc.constant(-1) }),
  }),
  fc.record({
    ...{ type: fc.constant('player:join'), attendee: fc.constantFrom('a', 'b', 'e') },
    ...{ name: fc.constantFrom(null, 'Ann', 'Ben'), team: fc.constantFrom(null, 'North') },
  }),
  fc.record({
    type: fc.constantFrom('player:approve', 'player:put-away'),
    ...{ player: fc.integer({ min: 1, max: 5 }), name: fc.constantFrom('Ann', 'Ben') },
  }),
  fc.constantFrom(...([100, 300] as const)).map((points): Command => {
    const deck = scored({ names: 'chosen', teams: ['North', 'South'], speed: true }, { points });
    return { type: 'deck:revise', deck: { ...deck, hash: `weight-${points}` } };
  }),
];

describe('[S90] [S92] [S94] in whatever order all this happens,', () => {
  it('points are those of the answers that are revealed now, and no name is shown unread', () => {
    let most = 0;
    const moves = fc.array(fc.oneof(...anything, fc.constant('undo' as const)), {
      ...{ maxLength: 60, size: 'max' },
    });
    fc.assert(
      fc.property(moves, (wanted) => {
        const deck = scored({ names: 'chosen', teams: ['North', 'South'], speed: true });
        const session = new PureSession(deck);
        const { state } = session;
        for (const activity of ['capital', 'water'])
          session.do({ type: 'activity:open', activity });
        for (const move of wanted) {
          const latest = state.steps.at(-1)?.number ?? 0;
          session.do(move === 'undo' ? { type: 'step:undo', step: latest, at: 0 } : move);
          const points = countedAnew(session);
          expect(pointsOf(session)).toEqual(points);
          most = Math.max(most, ...Object.values(points));
        }
        const approved = [...state.players.values()].filter(({ nameIs }) => nameIs === 'approved');
        const known = [...approved.map(({ name }) => name), 'North', 'South'];
        const text = JSON.stringify([stageSnapshot(state).board ?? [], attendeeSnapshot(state)]);
        const names = ['Ann', 'Ben'].filter((name) => text.includes(`"${name}"`));
        expect(names.filter((name) => !known.includes(name))).toEqual([]);
        const again = replay(session.facts);
        expect(again?.standings).toEqual(state.standings);
        expect(again?.players).toEqual(state.players);
      }),
      { numRuns: 100 },
    );
    expect(most).toBeGreaterThan(100);
  });
});

/** The points of each attendee, from the answers as they are. */
function countedAnew({ state }: PureSession): Record<string, number> {
  const points: Record<string, number> = {};
  for (const { activity, answers, answerRevealed } of state.activities.values()) {
    if (!answerRevealed) continue;
    for (const [attendee, { answer, after = Infinity }] of answers) {
      const share = activityType(activity.type).score?.(activity.content, answer) ?? 0;
      const part = 0.5 + 0.5 * Math.max(0, 1 - after / 30_000);
      points[attendee] =
        (points[attendee] ?? 0) + Math.round((activity.points ?? 100) * share * part);
    }
  }
  return points;
}
