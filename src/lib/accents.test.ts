import { expect, it } from 'vitest';
import { accentClass, isAccent } from './accents.ts';

it.each([1, 8])('%j is an accent', (written) => {
  expect(isAccent(written)).toBe(true);
});

it.each([0, 9, 1.5, '1', null, undefined])('%j is no accent', (written) => {
  expect(isAccent(written)).toBe(false);
});

it('an accent has a class, and no accent has an empty one', () => {
  expect(accentClass(3)).toBe('accent-3');
  expect(accentClass(null)).toBe('');
  expect(accentClass(undefined)).toBe('');
});
