import { describe, expect, it } from 'vitest';
import {
  formatDistance,
  roundToTwelveDigits,
  splitUnit,
  formatNumber,
  formatRange,
  roundToThreeDigits,
  formatWithUnit,
} from './format-number.ts';

describe('formatNumber', () => {
  it.each([
    [7680, '7,680'],
    [1_234_567.5, '1,234,567.5'],
    [0.25, '0.25'],
    [-3, '−3'],
    [0, '0'],
  ])('formats %d as %s', (value, words) => {
    expect(formatNumber(value)).toBe(words);
  });

  it('does not show floating-point errors', () => {
    expect(formatNumber(76_800 * 0.1 + 0.000000000001)).toBe('7,680');
    expect(formatNumber(0.1 * 3)).toBe('0.3');
    expect(roundToTwelveDigits(0.1 * 3)).toBe(0.3);
  });

  it('shows no minus sign before 0', () => {
    expect(formatNumber(-0)).toBe('0');
    expect(Object.is(roundToTwelveDigits(-0), 0)).toBe(true);
    expect(Object.is(roundToThreeDigits(-0), 0)).toBe(true);
  });
});

it('roundToThreeDigits rounds large and small numbers to three significant digits', () => {
  expect([7684, 768_432, 12.345, 0.012345].map(roundToThreeDigits)).toEqual([
    7680, 768_000, 12.3, 0.0123,
  ]);
});

describe('a formatted number with its unit', () => {
  it('has no space before a percent sign, and one before other units', () => {
    expect(formatWithUnit(80, '%')).toBe('80%');
    expect(formatWithUnit(7680, '€ a year')).toBe('7,680 € a year');
    expect(formatWithUnit(12, '')).toBe('12');
  });

  it('stands apart from its number, but for the percent sign', () => {
    expect(splitUnit('% of hours')).toEqual(['%', 'of hours']);
    expect(splitUnit('€ a year')).toEqual(['', '€ a year']);
  });

  it('names a range once where both ends are equal', () => {
    expect(formatRange(55, 80, '%')).toBe('55 to 80%');
    expect(formatRange(70, 70, '%')).toBe('70%');
  });

  it('gives the distance between two percentages in percentage points', () => {
    expect(formatDistance(5, '%')).toBe('5 percentage points');
    expect(formatDistance(1, '% of hours')).toBe('1 percentage point');
    expect(formatDistance(20, 'million')).toBe('20 million');
  });

  it('leaves out the plural unit after 1', () => {
    expect(formatDistance(1, 'hospitals')).toBe('1');
  });
});
