import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { no, PureSession, yes } from '../../../test/fixtures/pure-session.ts';
import { deckOf, maturity, question, smallDeck, tea } from '../../../test/fixtures/small-deck.ts';
import type { Activity } from '../../activities/contract.ts';
import type { Deck } from '../../deck/deck.ts';
import type { Json } from '../../lib/json.ts';
import { compareSessions, type SessionComparison } from './compare-sessions.ts';
import { summariseSession, type SessionSummary } from './session-summary.ts';

function deckWith(...activities: readonly Activity[]): Deck {
  return deckOf(activities.map((activity) => ({ title: activity.id, activity })));
}

/** Gives answers to a question, one for each attendee, whose ids begin with a prefix. */
function give(session: PureSession, prefix: string, id: string, answers: readonly Json[]): void {
  for (const [person, answer] of answers.entries()) {
    expect(session.answer(`${prefix}${person}`, id, answer)).toEqual(['answer:given']);
  }
}

/** Sessions of a deck, by the answers of each to its questions. */
function played(deck: Deck, code: string, answers: Readonly<Record<string, readonly Json[]>>) {
  const session = new PureSession(deck);
  for (const [h, { activity }] of deck.slides.entries()) {
    if (activity === null) continue;
    session.show(h);
    if (session.activityState(activity).phase !== 'open') {
      session.do({ type: 'activity:open', activity });
    }
    give(session, code, activity, answers[activity] ?? []);
  }
  return session;
}

/** The summary under a code, begun at the hour of its number. */
function summary({ state }: PureSession, code: string): SessionSummary {
  const steps = summariseSession(state);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return { ...step.value, code, startedAt: Number(code) * 3_600_000 };
}

function comparison(...sessions: readonly SessionSummary[]): SessionComparison {
  const compared = compareSessions(sessions);
  if (!compared.ok) throw new Error(compared.error.name);
  return compared.value;
}

function asked({ questions }: SessionComparison, id: string) {
  const found = questions.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

const times = (count: number, answer: Json): Json[] => Array.from({ length: count }, () => answer);
const rated = (...ratings: readonly Json[]): Json => ({ ratings });

describe('[X25] a comparison of sessions', () => {
  it('has people, rates, shares and differences, in the order of time', () => {
    const later = played(smallDeck, '2', { tea: [...times(6, yes), ...times(2, no)] });
    const first = played(smallDeck, '1', { tea: [...times(3, yes), ...times(7, no)] });
    const found = comparison(summary(later, '2'), summary(first, '1'));
    expect(found.sessions).toMatchObject([
      { code: '1', people: 10, startedAt: '1970-01-01T01:00:00.000Z' },
      { code: '2', people: 8 },
    ]);
    const { sessions, measured } = asked(found, 'tea');
    expect(sessions).toMatchObject([
      { answered: 10, rate: 1, tally: { counts: [3, 7] } },
      { answered: 8, tally: { counts: [6, 2] } },
    ]);
    expect(measured?.items[0]).toMatchObject({
      item: 'Yes',
      sessions: [
        { people: 10, value: 0.3, difference: null },
        { people: 8, value: 0.75, difference: { from: '1', value: 0.45 } },
      ],
    });
  });

  it('has means, medians and quartiles of numbers, of those who gave one', () => {
    const answers = [1, 2, 2, 3, 4, 4, 5].map((level) => rated(level, 'cannot-say'));
    const one = played(deckWith(maturity), '1', { maturity: answers });
    const other = played(deckWith(maturity), '2', { maturity: times(6, rated(4, 2)) });
    const { measured } = asked(comparison(summary(one, '1'), summary(other, '2')), 'maturity');
    expect(measured).toMatchObject({ of: 'number', unit: 'mean level', scale: [1, 5] });
    expect(measured?.items).toMatchObject([
      {
        item: 'Data',
        sessions: [
          { people: 7, value: 3, spread: { median: 3, lowerQuartile: 2, upperQuartile: 4 } },
          { people: 6, value: 4, medianInterval: { low: 4, high: 4 }, difference: { value: 1 } },
        ],
      },
      // Nobody of the first could say: the second is the earliest that shows it.
      { item: 'People', sessions: [null, { value: 2, difference: null }] },
    ]);
  });

  it('pairs what reads the same, and sets apart what was reworded, in a session or between two', () => {
    const reworded = question('poll', { id: 'tea', question: 'Tea, now?', options: ['Yes', 'No'] });
    const one = played(deckWith(tea, maturity), '1', { tea: times(8, yes) });
    const other = played(deckWith(tea, maturity), '2', { tea: times(7, no) });
    other.do({ type: 'deck:revise', deck: deckWith(reworded, maturity) });
    give(other, '2', 'tea', times(6, yes));
    const { questions } = comparison(summary(one, '1'), summary(other, '2'));
    expect(questions).toMatchObject([
      { id: 'maturity', isReworded: false },
      { id: 'tea', question: 'Tea, now?', isReworded: true, sessions: [null, { answered: 6 }] },
      {
        ...{ id: 'tea', question: 'Tea?', isReworded: true },
        sessions: [{ answered: 8 }, { answered: 7, rate: null, isEarlierWording: true }],
        measured: { items: [{ sessions: [{}, { difference: { value: -1 } }] }, {}] },
      },
    ]);
    // No difference between the two wordings.
    expect(questions[1]?.measured?.items[0]?.sessions[1]?.difference).toBeNull();
  });

  it('tells what is right only of sessions that have revealed it, and texts that the room may read', () => {
    const quiz = question('quiz', {
      ...{ id: 'capital', question: 'Capital?', options: ['Sydney', 'Canberra'], answer: 2 },
      explain: 'It was built to be one.',
    });
    const pain = question('open-text', { id: 'pain', question: 'What hurts?' });
    const answers = {
      capital: times(6, { choices: [1] }),
      pain: times(6, { choice: null, text: 'My boss' }),
    };
    const [one, other] = ['1', '2'].map((code) => played(deckWith(quiz, pain), code, answers));
    if (one === undefined || other === undefined) throw new Error('no sessions');
    const before = comparison(summary(one, '1'), summary(other, '2'));
    expect(JSON.stringify(before)).not.toMatch(/built|boss/);
    other.do({ type: 'activity:reveal-answer', activity: 'capital' });
    const { sessions } = asked(comparison(summary(one, '1'), summary(other, '2')), 'capital');
    expect(sessions).toMatchObject([
      { correctAnswer: null, tally: { right: null } },
      { correctAnswer: { right: [1] }, tally: { right: 6 } },
    ]);
  });

  it('takes no question asked on the spot for another wording of another one', () => {
    const ask = (code: string, text: string): SessionSummary => {
      const { questions, ...rest } = summary(played(smallDeck, code, { tea: times(5, yes) }), code);
      const spot = { id: 'asked-1', hash: text, question: text, onTheSpot: true };
      return { ...rest, questions: questions.map((one) => ({ ...one, ...spot })) };
    };
    const { questions } = comparison(ask('1', 'Break?'), ask('2', 'Louder?'));
    expect(questions).toMatchObject([
      { question: 'Louder?', isReworded: false },
      { question: 'Break?', isReworded: false },
    ]);
  });

  it('is of sessions of one deck', () => {
    const one = summary(played(smallDeck, '1', {}), '1');
    const other = { ...summary(played(smallDeck, '2', {}), '2'), deck: 'renamed' };
    expect(compareSessions([one, other])).toMatchObject({ error: { name: 'different-decks' } });
    expect(compareSessions([one, other], () => 'small').ok).toBe(true);
  });
});

/** The level of a row, "can't say", or null for a row that is left out. */
type Level = number | string | null;

describe('[X27] what a comparison shows of few people', () => {
  const choice = fc.constantFrom(yes, no);
  const level = fc.constantFrom<Level>(null, 'cannot-say', 1, 2, 3, 4, 5);
  const rows = fc
    .tuple(level, level)
    .filter(([one, other]) => one !== null || other !== null)
    .map((both): readonly Level[] => both);
  const careful = question('poll', {
    ...{ id: 'tea', question: 'Tea?', options: ['Yes', 'No'], 'hide-below': 7 },
  });
  const deck = deckWith(careful, maturity);
  const session = fc.record({
    tea: fc.array(choice, { maxLength: 9 }),
    maturity: fc.array(rows, { maxLength: 9 }),
  });
  type Given = typeof session extends fc.Arbitrary<infer One> ? One : never;

  /** Everything that is told of these sessions. */
  function told(sessions: readonly Given[]): string {
    const summaries = sessions.map((given, place) => {
      const code = `${place + 1}`;
      const maturities = given.maturity.map((levels) => rated(...levels));
      return summary(played(deck, code, { tea: given.tea, maturity: maturities }), code);
    });
    return JSON.stringify(comparison(...summaries));
  }

  /** The same people with other answers, wherever fewer than the threshold have answered. */
  function fewChanged(given: Given, next: () => number): Given {
    const isFew = (row: number): boolean =>
      given.maturity.filter((levels) => typeof levels[row] === 'number').length < 5;
    const other = (one: Level): Level => {
      const chosen = next() % 6;
      // Somebody who has rated nothing has given no answer; a further level might reach the threshold.
      return typeof one === 'number' && chosen > 0 ? chosen : 'cannot-say';
    };
    const whole = given.maturity.length < 5;
    return {
      tea: given.tea.length < 7 ? given.tea.map(() => (next() % 2 === 0 ? yes : no)) : given.tea,
      maturity: given.maturity.map((levels) =>
        levels.map((one, row) => (whole || isFew(row) ? other(one) : one)),
      ),
    };
  }

  it('is the same whatever they have answered, so that nobody can reckon it', () => {
    fc.assert(
      fc.property(
        fc.array(session, { minLength: 2, maxLength: 4 }),
        fc.infiniteStream(fc.nat()),
        (sessions, numbers) => {
          const next = (): number => Number(numbers.next().value);
          expect(told(sessions.map((one) => fewChanged(one, next)))).toBe(told(sessions));
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('[X28] sessions that share answers', () => {
  it('are refused, also where one is an earlier state of the other or has reworded the question', () => {
    const before = played(smallDeck, '1', { tea: times(9, yes) });
    const earlier = summary(before, '1');
    give(before, 'z', 'tea', times(2, no));
    const copy = summary(before, '2');
    expect(compareSessions([earlier, copy])).toMatchObject({
      error: { name: 'shared-answers', message: expect.stringContaining('Sessions 1 and 2') },
    });
    const reworded = question('poll', { id: 'tea', question: 'Tea, now?', options: ['Yes', 'No'] });
    before.do({ type: 'deck:revise', deck: deckWith(reworded) });
    expect(compareSessions([earlier, summary(before, '2')]).ok).toBe(false);
  });

  it('are found in a hall, as long as fewer than 64 people are in one of them alone', () => {
    const hall = (code: string, alone: number, shared: string): SessionSummary => {
      const session = new PureSession(deckWith(tea));
      session.show(0);
      // Those who are in one alone have the first ids: none is harder to find.
      give(session, code, 'tea', times(alone, yes));
      give(session, shared, 'tea', times(300, no));
      return summary(session, code);
    };
    const isFound = (alone: number): boolean =>
      !compareSessions([hall('1', alone, 'a'), hall('2', alone, 'a')]).ok;
    expect([0, 1, 30, 63].map(isFound)).toEqual([true, true, true, true]);
    expect(compareSessions([hall('1', 0, 'a'), hall('2', 0, 'b')]).ok).toBe(true);
  });
});
