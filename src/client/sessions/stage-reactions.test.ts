import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shares } from './stage-reactions.ts';

it('[S79] reactions come up as a few signs that stand for all of them', () => {
  expect(shares(2)).toEqual([1, 1]);
  expect(shares(7)).toEqual([3, 2, 2]);
  fc.assert(
    fc.property(fc.nat(5_000), (count) => {
      expect(shares(count).length).toBeLessThanOrEqual(3);
      expect(shares(count).reduce((sum, part) => sum + part, 0)).toBe(count);
    }),
  );
});
