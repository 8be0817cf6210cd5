import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deckOf, question, smallDeck } from '../../test/fixtures/small-deck.ts';
import { no, PureSession, yes } from '../../test/fixtures/pure-session.ts';
import type { Command } from './commands.ts';
import { replay } from './evolve.ts';

describe('a session as a whole', () => {
  const attendees = fc.constantFrom('a', 'b', 'c');
  const activities = fc.constantFrom('tea', 'vote', 'maturity', 'missing');
  const deck = fc.constantFrom(
    smallDeck,
    deckOf([
      {
        title: 'A',
        activity: question('poll', { id: 'tea', question: 'X?', options: ['1', '2'] }),
      },
    ]),
  );
  const anyAnswer = fc.oneof(
    fc.constantFrom(yes, no, { ratings: [1, null] }, { ratings: [5, 'cannot-say'] }),
    fc.jsonValue(),
  );
  const command: fc.Arbitrary<Command> = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        type: fc.constant('answer:give' as const),
        attendee: attendees,
        activity: activities,
        id: fc.constantFrom('i', 'j', 'k'),
        hash: fc.constant(null),
        round: fc.constant(null),
        answer: anyAnswer,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant('slide:show' as const),
        position: fc.record({ h: fc.nat(6), v: fc.nat(1), f: fc.integer({ min: -1, max: 3 }) }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constantFrom(
          'activity:open' as const,
          'activity:close' as const,
          'activity:reveal' as const,
          'activity:hide' as const,
          'activity:reveal-answer' as const,
          'activity:reset' as const,
        ),
        activity: activities,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ type: fc.constant('join:show' as const), shown: fc.boolean() }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ type: fc.constant('self-paced:set' as const), on: fc.boolean() }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('activity:control' as const),
        activity: activities,
        control: fc.constantFrom({ approve: 'one' }, { reject: 'one' }, { approve: 'two' }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('deck:revise' as const), deck }) },
  );

  it('[S1] [S11] is what its facts come to, whatever was commanded', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
        const session = new PureSession();
        for (const one of commands) session.do(one);
        expect(replay(session.facts)).toEqual(session.state);
      }),
      { numRuns: 300 },
    );
  });

  it('[V7] [S11] has a tally that is the count of its latest answers, whatever was commanded', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
        const session = new PureSession();
        for (const one of commands) session.do(one);
        for (const { answers, tally } of session.state.activities.values()) {
          expect(tally).toMatchObject({ answers: answers.size });
        }
      }),
      { numRuns: 300 },
    );
  });
});
