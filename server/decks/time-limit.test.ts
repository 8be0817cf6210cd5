import { expect, it } from 'vitest';
import { within } from './time-limit.ts';

it('work within its limit gives its result', () => {
  expect(within(10_000)(() => 3)).toBe(3);
});

it('a regular expression without end is ended, and the next one is tried', () => {
  const limit = within(50);
  expect(limit(() => /^(?:a+)+$/.test(`${'a'.repeat(60)}!`))).toBeNull();
  expect(limit(() => /a/.test('a'))).toBe(true);
});

it('an error of the work is passed on', () => {
  expect(() =>
    within(10_000)(() => {
      throw new RangeError('a');
    }),
  ).toThrow(new RangeError('a'));
});
