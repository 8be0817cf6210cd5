import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leastOf } from './least-of.ts';

it('is as sorting them all', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.integer({ min: 1, max: 9 }), (texts, count) => {
      expect(leastOf(texts, count)).toEqual([...texts].sort().slice(0, count));
    }),
  );
});
