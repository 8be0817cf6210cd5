import fc from 'fast-check';
import { expect, it } from 'vitest';
import { insertInOrder } from './insert-in-order.ts';

it('keeps the first of a list as sorting all of it does, equal ones as they came', () => {
  const items = fc.array(fc.record({ rank: fc.nat(9), place: fc.nat(99) }));
  fc.assert(
    fc.property(items, fc.nat(12), (given, most) => {
      const inOrder = (one: { rank: number }, other: { rank: number }): number =>
        one.rank - other.rank;
      const list: typeof given = [];
      for (const item of given) insertInOrder(list, item, most, inOrder);
      expect(list).toEqual([...given].sort(inOrder).slice(0, most));
    }),
  );
});
