import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstInOrder } from './first-in-order.ts';

it('finds the first of a list as sorting all of it does, equal ones as they came', () => {
  const items = fc.array(fc.record({ rank: fc.nat(9), place: fc.nat(99) }));
  fc.assert(
    fc.property(items, fc.nat(12), (list, most) => {
      const inOrder = (one: { rank: number }, other: { rank: number }): number =>
        one.rank - other.rank;
      expect(firstInOrder(list, most, inOrder)).toEqual([...list].sort(inOrder).slice(0, most));
    }),
  );
});
