import { expect, it } from 'vitest';
import { followsAt } from './use-double-tap.ts';

it('[V66] the second of two quick taps at one spot is told from a tap elsewhere and from a later one', () => {
  const first = { clientX: 100, clientY: 100, timeStamp: 1_000 };
  expect(followsAt(null, first)).toBe(false);
  expect(followsAt(first, { ...first, clientX: 110, timeStamp: 1_250 })).toBe(true);
  expect(followsAt(first, { ...first, clientY: 160, timeStamp: 1_250 })).toBe(false);
  expect(followsAt(first, { ...first, timeStamp: 1_700 })).toBe(false);
});
