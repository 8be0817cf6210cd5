import { expect, it } from 'vitest';
import { formatHalf, formatSpread } from './spread-words.ts';

const SPREAD = { count: 6, lowerQuartile: 60, median: 72, upperQuartile: 78 };

it('says the middle of the room without a word of statistics', () => {
  expect(formatSpread(SPREAD, '%')).toBe('middle answer 72%, half the room: 60 to 78%');
  expect(formatHalf({ ...SPREAD, upperQuartile: 60 }, '€ a year')).toBe(
    'half the room: 60 € a year',
  );
});
