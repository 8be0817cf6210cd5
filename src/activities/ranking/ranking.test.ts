import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readActivity } from '../read-activity.ts';
import { activityType } from '../registry.ts';
import type { RankingAnswer, RankingContent } from './content.ts';
import { ranking } from './ranking.ts';
import { standings } from './standings.ts';

const WEEK = { id: 'week', question: 'What first?', options: ['Tea', 'Walk', 'Mail', 'Sleep'] };
const ALL: RankingContent = { options: WEEK.options, top: 4 };
const FIRST_TWO: RankingContent = { ...ALL, top: 2 };

describe('reading a ranking', () => {
  it('asks for all options in order, where nothing else is said', () => {
    expect(contentOf({})).toEqual(ALL);
  });

  it('asks for the first places only, where "top" says how many', () => {
    expect(contentOf({ top: 2 })).toEqual(FIRST_TWO);
  });

  it.each([
    ['one option', { options: ['Tea'] }, '"options" needs 2 to 10 entries, and has 1'],
    [
      'eleven options',
      { options: Array.from({ length: 11 }, (_, index) => `Option ${index}`) },
      '"options" needs 2 to 10 entries, and has 11',
    ],
    ['an option twice', { options: ['Tea', 'Tea'] }, '"Tea" appears twice in "options"'],
    ['more places than options', { top: 5 }, '"top" must be a whole number from 1 to 4'],
    ['no place', { top: 0 }, '"top" must be a whole number from 1 to 4'],
  ])('says what is wrong: %s', (_, options, problem) => {
    expect(problemsOf(options)).toContain(problem);
  });

  it('makes another question of another number of places', () => {
    expect(read({ top: 2 }).activity.hash).not.toBe(read({}).activity.hash);
  });
});

describe('[V21] an order', () => {
  it.each([
    [ALL, [3, 1, 0, 2]],
    [FIRST_TWO, [3, 1]],
  ])('is kept as it was given: %j %j', (content, order) => {
    expect(ranking.check(content, { order })).toEqual({ ok: true, value: { order } });
  });

  it.each([
    [ALL, [0, 1, 2], 'Put all 4 in order.'],
    [FIRST_TWO, [0], 'Choose your first 2, in order.'],
    [FIRST_TWO, [0, 1, 2], 'Choose your first 2, in order.'],
    [ALL, [0, 1, 1, 2], 'The answer has an option twice.'],
    [ALL, [0, 1, 2, 4], 'The answer names an option that this question lacks.'],
    [ALL, 'Tea', 'The answer must list options in order.'],
  ])('is refused in words, unless it has each place once: %j %j', (content, order, reason) => {
    expect(ranking.check(content, { order })).toEqual({ ok: false, error: reason });
  });

  it('[X5] comes to the option in the first place', () => {
    const [line] = ranking.inShort?.(FIRST_TWO, { order: [3, 0] }) ?? [];
    expect(line).toEqual({ about: 'first-place', text: 'Sleep' });
  });

  it('is a line for each option in the export, with its place, or as not placed', () => {
    expect(ranking.report(FIRST_TWO, { order: [3, 1] })).toEqual([
      { item: 'Tea', value: null, choice: 'Not placed', text: '' },
      { item: 'Walk', value: 2, choice: 'Place 2', text: '' },
      { item: 'Mail', value: null, choice: 'Not placed', text: '' },
      { item: 'Sleep', value: 1, choice: 'Place 1', text: '' },
    ]);
  });
});

describe('[V21] the room’s order', () => {
  it('goes by points: as many as there are options for the first place, one fewer for the next', () => {
    const tally = shown(ALL, [
      [0, 1, 2, 3],
      [1, 0, 2, 3],
      [0, 1, 3, 2],
    ]);
    expect(tally.options.map(({ points }) => points)).toEqual([11, 10, 5, 4]);
    expect(tally.options.map(({ mean }) => mean)).toEqual([4 / 3, 5 / 3, 10 / 3, 11 / 3]);
    expect(tally.options[0]?.counts).toEqual([2, 1, 0, 0]);
  });

  it('counts an option that is not placed with the mean of the places that are left', () => {
    const tally = shown(FIRST_TWO, [[0, 1]]);
    expect(tally.options.map(({ points }) => points)).toEqual([4, 3, 1.5, 1.5]);
    expect(tally.options.map(({ mean }) => mean)).toEqual([1, 2, 3.5, 3.5]);
  });

  it('is not the order by first places: all that the room said counts', () => {
    // Tea is first for three of five, and last for the others.
    const tally = shown(ALL, [
      ...[0, 1, 2].map(() => [0, 1, 2, 3]),
      ...[0, 1].map(() => [1, 2, 3, 0]),
    ]);
    expect(standings(ALL, tally).map(({ text }) => text)[0]).toBe('Walk');
  });

  it('puts options with as many points at one place, in their author’s order', () => {
    const tally = shown(ALL, [
      [1, 0, 2, 3],
      [0, 1, 2, 3],
    ]);
    expect(standings(ALL, tally).map(({ place, text }) => `${place} ${text}`)).toEqual([
      '1 Tea',
      '1 Walk',
      '3 Mail',
      '4 Sleep',
    ]);
  });

  it('has the places of the middle half of the room', () => {
    const tally = shown(
      ALL,
      [0, 0, 1, 1, 3].map((before) => orderWith(0, before)),
    );
    expect(tally.options[0]).toMatchObject({ lowerQuartile: 1, upperQuartile: 2 });
  });

  it('[A3] is hidden below so many answers', () => {
    const answers = [0, 1, 2].map(() => ({ order: [0, 1, 2, 3] }));
    const tally = tallyOf(ALL, answers);
    const options = { audience: 'presenter', answerRevealed: false, now: 0 } as const;
    expect(ranking.show(tally, ALL, { ...options, minAnswers: 4 })).toBeNull();
    expect(ranking.show(tally, ALL, { ...options, minAnswers: 3 })).not.toBeNull();
  });

  it('is what a count by hand of every answer gives, at any number of places', () => {
    fc.assert(
      fc.property(someAnswers(), ({ content, orders }) => {
        const tally = shown(content, orders);
        for (const [option, ranked] of tally.options.entries()) {
          const places = orders.map((order) => placeIn(content, order, option));
          const sum = places.reduce((total, place) => total + place, 0);
          const points = places.map((place) => content.options.length + 1 - place);
          expect(ranked.mean).toBeCloseTo(sum / orders.length, 9);
          expect(ranked.points).toBe(points.reduce((total, one) => total + one, 0));
          expect(ranked.counts).toEqual(
            Array.from(
              { length: content.top },
              (_, at) => orders.filter((order) => order[at] === option).length,
            ),
          );
          expect(ranked.lowerQuartile).toBeCloseTo(quantileOf(places, 0.25), 9);
          expect(ranked.upperQuartile).toBeCloseTo(quantileOf(places, 0.75), 9);
        }
      }),
    );
  });

  it('gives as many points in all for each answer, so that points and mean places agree', () => {
    fc.assert(
      fc.property(someAnswers(), ({ content, orders }) => {
        const tally = shown(content, orders);
        const options = content.options.length;
        const total = tally.options.reduce((sum, { points }) => sum + points, 0);
        expect(total).toBe((orders.length * options * (options + 1)) / 2);
        const byMean = tally.options.map(({ mean }) => mean).toSorted((a, b) => a - b);
        expect(standings(content, tally).map(({ shown: { mean } }) => mean)).toEqual(byMean);
      }),
    );
  });

  it('[V7] is empty again once every answer is taken back, in any order', () => {
    const counted = someAnswers().chain(({ content, orders }) =>
      fc.record({
        content: fc.constant(content),
        orders: fc.constant(orders),
        back: fc.shuffledSubarray(orders, { minLength: orders.length }),
      }),
    );
    fc.assert(
      fc.property(counted, ({ content, orders, back }) => {
        const tally = tallyOf(
          content,
          orders.map((order) => ({ order })),
        );
        for (const order of back) ranking.count(tally, { order }, -1, 'ann');
        expect(tally).toEqual(ranking.emptyTally(content));
      }),
    );
  });
});

it('the sample answers have a favourite, and fit any number of places', () => {
  const order = (top: number): (number | undefined)[] =>
    standings(
      { ...ALL, top },
      shown(
        { ...ALL, top },
        Array.from({ length: 200 }, (_, n) => [...ranking.sampleAnswer({ ...ALL, top }, n).order]),
      ),
    ).map(({ option }) => option);
  expect(order(4)).toEqual([0, 1, 2, 3]);
  expect(order(1)[0]).toBe(0);
});

function read(options: Record<string, unknown>) {
  return readActivity(activityType('ranking'), { ...WEEK, ...options });
}

function contentOf(options: Record<string, unknown>) {
  return read(options).activity.content;
}

function problemsOf(options: Record<string, unknown>): string[] {
  return read(options).problems.map(({ message }) => message);
}

function tallyOf(content: RankingContent, answers: readonly RankingAnswer[]) {
  const tally = ranking.emptyTally(content);
  for (const answer of answers) ranking.count(tally, answer, 1, 'ann');
  return tally;
}

function shown(content: RankingContent, orders: readonly (readonly number[])[]) {
  const tally = tallyOf(
    content,
    orders.map((order) => ({ order })),
  );
  const options = { minAnswers: 1, audience: 'room', answerRevealed: false, now: 0 } as const;
  const result = ranking.show(tally, content, options);
  if (result === null) throw new Error('Nothing is shown');
  return result;
}

/** All four options in order, with so many before this one. */
function orderWith(option: number, before: number): number[] {
  const others = [0, 1, 2, 3].filter((other) => other !== option);
  return [...others.slice(0, before), option, ...others.slice(before)];
}

/** The place of an option in one order; the mean of those left where it has none. */
function placeIn({ options, top }: RankingContent, order: readonly number[], option: number) {
  if (order.includes(option)) return order.indexOf(option) + 1;
  const left = options.map((_, at) => at + 1).filter((place) => place > top);
  return left.reduce((sum, place) => sum + place, 0) / left.length;
}

/** Between the two values that are so far along the sorted ones. */
function quantileOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const [low = NaN, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at % 1);
}

/** A question of two to ten options, and one to twenty answers to it. */
function someAnswers() {
  return fc
    .integer({ min: 2, max: 10 })
    .chain((length) => fc.tuple(fc.constant(length), fc.integer({ min: 1, max: length })))
    .chain(([length, top]) => {
      const options = Array.from({ length }, (_, at) => `Option ${at}`);
      const order = fc.shuffledSubarray([...options.keys()], { minLength: top, maxLength: top });
      return fc.record({
        content: fc.constant({ options, top }),
        orders: fc.array(order, { minLength: 1, maxLength: 20 }),
      });
    });
}
