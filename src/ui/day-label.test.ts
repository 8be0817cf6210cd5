import { describe, expect, it } from 'vitest';
import { dayInSentence, dayLabel, lengthLabel } from './day-label.ts';

/** A local moment of November 2026. */
const at = (day: number, hour = 12, minute = 0): Date => new Date(2026, 10, day, hour, minute);

describe('the day of a session', () => {
  it('is said as people say it, by the local calendar and not by hours', () => {
    expect(dayLabel(at(26, 0, 1), at(26, 23, 59))).toBe('Today');
    expect(dayLabel(at(25, 23, 59), at(26, 0, 1))).toBe('Yesterday');
    expect(dayLabel(at(26), at(28))).toBe('Thursday 26 November 2026');
  });

  it('is shorter within a sentence, where the year is the present one', () => {
    expect(dayInSentence(at(26), at(26))).toBe('today');
    expect(dayInSentence(at(12), at(26))).toBe('12 November');
    expect(dayInSentence(at(12), new Date(2027, 0, 5))).toBe('12 November 2026');
  });
});

it('The length of a session is in minutes, and in hours from one on', () => {
  const lengths = [at(1, 9, 0), at(1, 9, 45), at(1, 10, 0), at(1, 10, 35)];
  expect(lengths.map((end) => lengthLabel(at(1, 9), end))).toEqual([
    '1 min',
    '45 min',
    '1 h',
    '1 h 35 min',
  ]);
});
