import { describe, expect, it } from 'vitest';
import type { CompareContent, CompareShown } from './content.ts';
import { chanceLabel, headline, intervalLabel, taskLabel } from './labels.ts';
import { placedOptions } from './order.ts';

const CONTENT: CompareContent = {
  options: ['Tea', 'Coffee', 'Water', 'Milk'],
  pictures: [],
  pairs: 3,
};

it('the task says how many pairs there are for each', () => {
  expect(taskLabel(CONTENT)).toBe('Which of two? Everybody judges 3 pairs');
  expect(taskLabel({ ...CONTENT, pairs: 1 })).toBe('Which of two? Everybody judges 1 pair');
});

it('a chance is never said to be none or certain', () => {
  expect([0, 0.4, 1, 50, 71.4, 99, 99.6, 100].map(chanceLabel)).toEqual([
    ...['<1%', '<1%', '1%', '50%', '71%', '99%', '>99%', '>99%'],
  ]);
  expect(intervalLabel({ low: 57.6, high: 82.3 })).toBe('58–82%');
  expect(intervalLabel({ low: 0.2, high: 99.9 }, ' to ')).toBe('<1 to >99%');
});

it('options stand by their chances, and equal ones in the order of the question', () => {
  const shown = tally([[], [], []]);
  const options = [40, 50, 40].map((chance) => ({ chance, low: 0, high: 100, ahead: [] }));
  expect(placedOptions({ ...shown, options })).toEqual([1, 0, 2]);
});

describe('[V31] the sentence on the room’s order', () => {
  const none: readonly number[] = [];
  it.each([
    ['Too early to tell which is ahead.', [none, none, none, none]],
    // Those behind may be in an order for certain.
    ['Too early to tell which is ahead.', [none, [3], [3], none]],
    ['Tea is ahead of all others.', [[1, 2, 3], [2], none, none]],
    ['Tea is ahead of Milk. Of the others it is too early to tell.', [[3], [3], none, none]],
    ['Tea is ahead of all but Coffee: too early to tell these apart.', [[2, 3], [3], none, none]],
  ])('claims no more than is certain: %s', (sentence, ahead) => {
    expect(headline(CONTENT, tally(ahead))).toBe(sentence);
  });

  it('counts options where their names would be too many', () => {
    const options = [...'ABCDEFGHI'];
    const shown = tally([[1, 2, 3, 4], ...options.slice(1).map(() => none)]);
    expect(headline({ ...CONTENT, options }, shown)).toBe(
      'A is ahead of 4 of the 8 others: too early to tell it from the rest.',
    );
  });
});

/** A tally in which each option has a smaller chance than the one before it. */
function tally(ahead: readonly (readonly number[])[]): NonNullable<CompareShown> {
  const options = ahead.map((beaten, option) => {
    const chance = 70 - 5 * option;
    return { chance, low: chance - 10, high: chance + 10, ahead: beaten };
  });
  return { answers: 9, judged: 27, options };
}
