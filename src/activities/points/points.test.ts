import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studentT } from '../../lib/mean-interval.ts';
import { readActivity } from '../read-activity.ts';
import { activityType } from '../registry.ts';
import type { PointsAnswer, PointsContent } from './content.ts';
import { points } from './points.ts';

const CONTENT: PointsContent = { options: ['Tea', 'Coffee', 'Water'], total: 100, step: 5 };

/** An answer to `CONTENT`: two cuts part the 20 steps. */
const answers = fc.tuple(fc.nat(20), fc.nat(20)).map(([one, other]): PointsAnswer => {
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  return { points: [low, high - low, 20 - high].map((steps) => 5 * steps) };
});

describe('a question with points in a deck', () => {
  it('gives out 100 points in steps of 5 unless its author says otherwise', () => {
    expect(read({})).toMatchObject({ problems: [], content: { total: 100, step: 5 } });
  });

  it.each([
    [2, 1],
    [10, 1],
    [20, 1],
    [50, 2],
    [97, 1],
    [200, 10],
    [1000, 50],
  ])('parts %i points into round steps: of %i', (total, step) => {
    expect(read({ total })).toMatchObject({ problems: [], content: { total, step } });
  });

  it.each([
    ['one option', { options: ['Tea'] }, /"options" needs 2 to 10 entries, and has 1/],
    ['eleven', { options: [...'ABCDEFGHIJK'] }, /"options" needs 2 to 10 entries, and has 11/],
    ['the same option twice', { options: ['Tea', 'Tea'] }, /"Tea" appears twice/],
    ['one point', { total: 1 }, /"total" must be a whole number from 2 to 1000/],
    ['too many', { total: 1001 }, /"total" must be a whole number from 2 to 1000/],
    ['a rest', { step: 30 }, /"step" must divide "total" without a rest; 100 \/ 30 has one/],
    ['one step', { step: 100 }, /"step" must be a whole number from 1 to 50/],
    ['half a point', { step: 0.5 }, /"step" must be a whole number/],
  ])('says what is wrong: %s', (_, options, problem) => {
    const { problems, content } = read(options);
    expect(problems).toEqual([expect.stringMatching(problem)]);
    expect(content.total % content.step).toBe(0);
  });
});

describe('[V23] an answer with points', () => {
  it.each([
    [[50, 45, 0], 'Give out all 100 points. Left: 5.'],
    [[50, 50, 5], 'Give out 100 points and no more. Too many: 5.'],
    [[50, 47, 3], 'Give points in steps of 5.'],
    [[105, -5, 0], 'The points of an option are a whole number from 0 to 100.'],
    [[99.5, 0.5, 0], 'The points of an option are a whole number from 0 to 100.'],
    [[50, 50], 'The answer must hold the points of each option.'],
  ])(
    'that does not give out all of them in whole steps is refused in words: %j',
    (given, error) => {
      expect(points.check(CONTENT, { points: given })).toEqual({ ok: false, error });
    },
  );

  it('is taken as it is if it does', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        expect(points.check(CONTENT, answer)).toEqual({ ok: true, value: answer });
      }),
    );
  });

  it('[X5] comes to the option that was given most, unless another one was given as many', () => {
    const inShort = (...given: number[]) => points.inShort?.(CONTENT, { points: given });
    expect(inShort(30, 50, 20)).toEqual([{ about: 'most-points', text: 'Coffee (50 of 100)' }]);
    expect(inShort(40, 20, 40)).toEqual([]);
  });

  it('adds up to the total in whole steps, whatever is sent', () => {
    const numbers = fc.array(fc.oneof(fc.integer({ min: -10, max: 110 }), fc.double()));
    fc.assert(
      fc.property(numbers, (given) => {
        const result = points.check(CONTENT, { points: given });
        if (!result.ok) return;
        expect(result.value.points.reduce((sum, one) => sum + one, 0)).toBe(100);
        expect(result.value.points.every((one) => one >= 0 && one % 5 === 0)).toBe(true);
      }),
    );
  });

  it.each([2, 3, 7, 10, 97, 100, 1000])(
    'of a rehearsal gives out all %i points, over any number of options',
    (total) => {
      for (let options = 2; options <= 10; options += 1) {
        const content = contentOf({ options: [...'ABCDEFGHIJ'].slice(0, options), total });
        for (let attendee = 0; attendee < 40; attendee += 1) {
          const answer = points.sampleAnswer(content, attendee);
          expect(points.check(content, answer)).toEqual({ ok: true, value: answer });
        }
      }
    },
  );
});

describe('the tally of points', () => {
  it('[V7] is empty again once every answer is taken back, in any order', () => {
    const shuffled = fc
      .array(answers)
      .chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      );
    fc.assert(
      fc.property(shuffled, ([given, back]) => {
        const tally = tallyOf(given);
        for (const answer of back) points.count(tally, answer, -1, 'ann');
        expect(tally).toEqual(points.emptyTally(CONTENT));
      }),
    );
  });

  it('[V24] shows means and intervals as they are reckoned from all answers anew', () => {
    fc.assert(
      fc.property(fc.array(answers, { minLength: 1, maxLength: 40 }), (given) => {
        const shown = show(given);
        expect(shown?.answers).toBe(given.length);
        for (const [option, { mean, interval }] of (shown?.options ?? []).entries()) {
          const values = given.map(({ points: own }) => own[option] ?? 0);
          const naive = intervalOf(values);
          expect(mean).toBeCloseTo(naive.mean, 9);
          expect(interval === null).toBe(given.length < 5);
          if (interval === null) continue;
          expect(interval.low).toBeCloseTo(Math.max(naive.low, 0), 6);
          expect(interval.high).toBeCloseTo(Math.min(naive.high, 100), 6);
        }
      }),
    );
  });

  it('shows means that add up to the total', () => {
    fc.assert(
      fc.property(fc.array(answers, { minLength: 1 }), (given) => {
        const sum = show(given)?.options.reduce((all, { mean }) => all + mean, 0);
        expect(sum).toBeCloseTo(100, 9);
      }),
    );
  });

  it('[A3] is hidden while fewer have answered than it takes', () => {
    const given = Array.from({ length: 4 }, () => ({ points: [100, 0, 0] }));
    expect(show(given, 5)).toBeNull();
    expect(show(given, 4)?.answers).toBe(4);
  });
});

it('[X1] the export of points has a line for each option, also for one without points', () => {
  expect(points.report(CONTENT, { points: [60, 40, 0] })).toEqual([
    { item: 'Tea', value: 60, choice: '60 of 100 points', text: '' },
    { item: 'Coffee', value: 40, choice: '40 of 100 points', text: '' },
    { item: 'Water', value: 0, choice: '0 of 100 points', text: '' },
  ]);
});

function read(options: Record<string, unknown>) {
  const asked = { id: 'a', question: 'Which?', options: CONTENT.options, ...options };
  const { activity, problems } = readActivity(activityType('points'), asked);
  return {
    // Sound: the type itself has just read it.
    content: activity.content as PointsContent,
    problems: problems.map(({ message }) => message),
  };
}

function contentOf(options: Record<string, unknown>): PointsContent {
  return read(options).content;
}

function tallyOf(given: readonly PointsAnswer[]) {
  const tally = points.emptyTally(CONTENT);
  for (const answer of given) points.count(tally, answer, 1, 'ann');
  return tally;
}

function show(given: readonly PointsAnswer[], minAnswers = 1) {
  const showing = { minAnswers, audience: 'room', answerRevealed: false, now: 0 } as const;
  return points.show(tallyOf(given), CONTENT, showing);
}

/** The mean and its interval by the deviations from the mean, as a textbook has them. */
function intervalOf(values: readonly number[]) {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squared = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const reach = studentT(n - 1) * Math.sqrt(squared / (n - 1) / n);
  return { mean, low: mean - reach, high: mean + reach };
}
