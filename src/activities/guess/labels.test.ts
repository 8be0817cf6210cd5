import { describe, expect, it } from 'vitest';
import { distanceLabel, isExact, readableSpread } from './labels.ts';

describe('the label of a guess’s distance', () => {
  it.each([
    [72, 80, '%', '8 percentage points too low'],
    [81, 80, '%', '1 percentage point too high'],
    [220, 301.63, 'million', '81.63 million too low'],
    [0.1, 0.3, '', '0.2 too low'],
    [80, 80, '%', 'Exactly right'],
  ])('%d for %d: %s', (guess, answer, unit, words) => {
    expect(distanceLabel(guess, answer, unit)).toBe(words);
  });
});

it('takes a guess as exact to twelve digits, and no nearer miss', () => {
  expect(isExact(0.1 + 0.2, 0.3)).toBe(true);
  expect(isExact(0.3000001, 0.3)).toBe(false);
});

it.each([
  [1, 17, 25, 46],
  [5, 17, 25, 46],
  [50, 20, 30, 50],
  [0.1, 17.3, 25, 46.3],
  [0.25, 17.3, 25, 46.3],
])('says the middle of guesses as round as a step of %d is', (step, low, median, high) => {
  const spread = { count: 4, lowerQuartile: 17.25, median: 25.04, upperQuartile: 46.3 };
  expect(readableSpread(spread, { step })).toEqual({
    ...{ count: 4, lowerQuartile: low, median, upperQuartile: high },
  });
});
