import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readActivity } from '../read-activity.ts';
import { activityType } from '../registry.ts';
import type { ItemShown, MatrixAnswer, MatrixContent, Position } from './content.ts';
import { matrix } from './matrix.ts';

const CONTENT: MatrixContent = {
  items: ['Tea', 'Coffee', 'Water'],
  x: { label: 'Effort', low: 'little', high: 'much' },
  y: { label: 'Use', low: 'small', high: 'large' },
  quadrants: [],
};

const NAMES = {
  'top-left': 'Now',
  'top-right': 'Plan',
  'bottom-left': 'Perhaps',
  'bottom-right': 'Never',
};

const axis = fc.nat(20).map((cell) => 5 * cell);
const position = fc.tuple(axis, axis);
/** Answers to `CONTENT`. */
const answers = fc
  .tuple(fc.option(position), fc.option(position), fc.option(position))
  .filter((positions) => positions.some((one) => one !== null))
  .map((positions): MatrixAnswer => ({ positions }));

describe('a matrix in a deck', () => {
  it('has axes with a name alone, or with words of their own at both ends', () => {
    expect(read({ x: 'Effort', y: CONTENT.y })).toMatchObject({
      problems: [],
      content: { x: { label: 'Effort', low: 'low', high: 'high' }, y: CONTENT.y, quadrants: [] },
    });
  });

  it('has its quadrants by the names of their places', () => {
    expect(read({ quadrants: NAMES })).toMatchObject({
      problems: [],
      content: { quadrants: ['Now', 'Plan', 'Perhaps', 'Never'] },
    });
  });

  it.each([
    ['one item', { items: ['Tea'] }, /"items" needs 2 to 8 entries, and has 1/],
    ['nine', { items: [...'ABCDEFGHI'] }, /"items" needs 2 to 8 entries, and has 9/],
    ['the same item twice', { items: ['Tea', 'Tea'] }, /"Tea" appears twice/],
    ['no axis', { x: undefined }, /"x" is missing/],
    ['a list', { x: ['little', 'much'] }, /"x" must be a name, or a mapping of label, low, high/],
    ['no name', { y: { low: 'small' } }, /"y" lacks its "label"/],
    ['another key', { y: { ...CONTENT.y, name: 'Use' } }, /"name" is not an option here/],
    ['one word twice', { x: { ...CONTENT.x, high: 'little' } }, /both ends of "x" are "little"/],
    ['one axis twice', { y: 'Effort' }, /both axes are "Effort"; each needs a name of its own/],
    ['a list of names', { quadrants: Object.values(NAMES) }, /must be a mapping of top-left, top-/],
    [
      'three quadrants',
      { quadrants: { ...NAMES, 'top-left': undefined } },
      /"quadrants" names all four or none; missing: top-left/,
    ],
    ['two alike', { quadrants: { ...NAMES, 'top-left': 'Plan' } }, /"Plan" appears twice/],
  ])('says what is wrong: %s', (_, options, problem) => {
    expect(read(options).problems).toEqual([expect.stringMatching(problem)]);
  });
});

describe('an answer to a matrix', () => {
  it.each([
    [[null, null, null], 'Place one item at least.'],
    [[[20, 80]], 'The answer must hold a position, or null, for each item.'],
    [[[20, 82], null, null], 'A position is two whole numbers from 0 to 100, in steps of 5.'],
  ])('that does not fit is refused in words: %j', (positions, error) => {
    expect(matrix.check(CONTENT, { positions })).toEqual({ ok: false, error });
  });

  it('is taken as it is if it fits, with the items that are not placed yet', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        expect(matrix.check(CONTENT, answer)).toEqual({ ok: true, value: answer });
      }),
    );
  });

  it('of a rehearsal fits any number of items', () => {
    for (let items = 2; items <= 8; items += 1) {
      const content = { ...CONTENT, items: [...'ABCDEFGH'].slice(0, items) };
      for (let attendee = 0; attendee < 40; attendee += 1) {
        const answer = matrix.sampleAnswer(content, attendee);
        expect(matrix.check(content, answer)).toEqual({ ok: true, value: answer });
      }
    }
  });
});

describe('the tally of a matrix', () => {
  it('[V7] is empty again once every answer is taken back, in any order', () => {
    const shuffled = fc
      .array(answers)
      .chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      );
    fc.assert(
      fc.property(shuffled, ([given, back]) => {
        const tally = tallyOf(given);
        for (const answer of back) matrix.count(tally, answer, -1, 'ann');
        expect(tally).toEqual(matrix.emptyTally(CONTENT));
      }),
    );
  });

  it('[V26] shows medians and the middle half as they are reckoned from all answers anew', () => {
    fc.assert(
      fc.property(fc.array(answers, { minLength: 1, maxLength: 40 }), (given) => {
        const shown = show(given);
        expect(shown?.answers).toBe(given.length);
        expect(shown?.items).toEqual(CONTENT.items.map((_, item) => naive(given, item)));
      }),
    );
  });

  it('[A3] [V26] hides an item that fewer have placed than it takes, and no other', () => {
    const given: MatrixAnswer[] = Array.from({ length: 5 }, (_, at) => ({
      positions: [[10, 20], at === 0 ? null : [30, 40], null],
    }));
    expect(show(given, 5)?.items.map((item) => item?.count ?? null)).toEqual([5, null, null]);
    expect(show(given.slice(1), 5)).toBeNull();
  });
});

it('[X1] the export of a matrix has two lines for each item that was placed', () => {
  const answer: MatrixAnswer = { positions: [[30, 80], null, [50, 0]] };
  expect(matrix.report(CONTENT, answer)).toEqual([
    { item: 'Effort: Tea', value: 30, choice: '30 of 100, little', text: '' },
    { item: 'Use: Tea', value: 80, choice: '80 of 100, large', text: '' },
    { item: 'Effort: Water', value: 50, choice: '50 of 100, in the middle', text: '' },
    { item: 'Use: Water', value: 0, choice: '0 of 100, small', text: '' },
  ]);
});

function read(options: Record<string, unknown>) {
  const { items, x, y } = CONTENT;
  const asked = { id: 'a', question: 'Where?', items, x, y, ...options };
  const { activity, problems } = readActivity(activityType('matrix'), asked);
  return { content: activity.content, problems: problems.map(({ message }) => message) };
}

function tallyOf(given: readonly MatrixAnswer[]) {
  const tally = matrix.emptyTally(CONTENT);
  for (const answer of given) matrix.count(tally, answer, 1, 'ann');
  return tally;
}

function show(given: readonly MatrixAnswer[], minAnswers = 1) {
  const showing = { minAnswers, audience: 'room', answerRevealed: false, now: 0 } as const;
  return matrix.show(tallyOf(given), CONTENT, showing);
}

/** An item's medians and quartiles from its positions in order, by the textbook. */
function naive(given: readonly MatrixAnswer[], item: number): ItemShown {
  const positions = given.flatMap((answer): Position[] => {
    const one = answer.positions[item] ?? null;
    return one === null ? [] : [one];
  });
  if (positions.length === 0) return null;
  const on = (at: 0 | 1) => {
    const sorted = positions.map((one) => one[at]).sort((one, other) => one - other);
    const quantile = (share: number): number => {
      const place = share * (sorted.length - 1);
      const [low, high] = [sorted[Math.floor(place)] ?? NaN, sorted[Math.ceil(place)] ?? NaN];
      return low + (high - low) * (place % 1);
    };
    return { lowerQuartile: quantile(0.25), median: quantile(0.5), upperQuartile: quantile(0.75) };
  };
  return { count: positions.length, x: on(0), y: on(1) };
}
