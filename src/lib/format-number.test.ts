import { describe, expect, it } from 'vitest';
import {
  distanceInWords,
  exact,
  formatNumber,
  rangeInWords,
  rounded,
  withUnit,
} from './format-number.ts';

describe('a number in figures', () => {
  it.each([
    [7680, '7,680'],
    [1_234_567.5, '1,234,567.5'],
    [0.25, '0.25'],
    [-3, '−3'],
    [0, '0'],
  ])('%d: %s', (value, words) => {
    expect(formatNumber(value)).toBe(words);
  });

  it('does not show what binary arithmetic adds', () => {
    expect(formatNumber(76_800 * 0.1 + 0.000000000001)).toBe('7,680');
    expect(formatNumber(0.1 * 3)).toBe('0.3');
    expect(exact(0.1 * 3)).toBe(0.3);
  });

  it('is never less than nothing where it is nothing', () => {
    expect(formatNumber(-0)).toBe('0');
    expect(Object.is(exact(-0), 0)).toBe(true);
    expect(Object.is(rounded(-0), 0)).toBe(true);
  });
});

it('rounds an estimate to three significant digits, large or small', () => {
  expect([7684, 768_432, 12.345, 0.012345].map(rounded)).toEqual([7680, 768_000, 12.3, 0.0123]);
});

describe('a number with its unit', () => {
  it('joins a percent sign to its number, and parts other units from theirs', () => {
    expect(withUnit(80, '%')).toBe('80%');
    expect(withUnit(7680, '€ a year')).toBe('7,680 € a year');
    expect(withUnit(12, '')).toBe('12');
  });

  it('says a range once where both ends are the same', () => {
    expect(rangeInWords(55, 80, '%')).toBe('55 to 80%');
    expect(rangeInWords(70, 70, '%')).toBe('70%');
  });

  it('calls the distance between two percentages points, for it is no percentage of either', () => {
    expect(distanceInWords(5, '%')).toBe('5 percentage points');
    expect(distanceInWords(1, '% of hours')).toBe('1 percentage point');
    expect(distanceInWords(20, 'million')).toBe('20 million');
  });

  it('says no plural of one', () => {
    expect(distanceInWords(1, 'hospitals')).toBe('1');
  });
});
