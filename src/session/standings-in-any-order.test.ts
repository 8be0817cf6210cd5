import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PureSession } from '../../test/fixtures/pure-session.ts';
import { pointsOf, scored } from '../../test/fixtures/scored-session.ts';
import { activityType } from '../activities/registry.ts';
import type { Json } from '../lib/json.ts';
import type { Command } from './commands.ts';
import { replay } from './evolve.ts';
import { attendeeSnapshot, stageSnapshot } from './project.ts';

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
