import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allReceipts, keepReceipt, receiptOf, type Receipts } from './receipts.ts';

const some = fc.record({
  attendee: fc.constantFrom('a', 'b'),
  id: fc.constantFrom('1', '2', '3'),
});

it('[S2] keeps the latest receipt of each attendee and id, and finds no other', () => {
  fc.assert(
    fc.property(fc.array(some), (given) => {
      const receipts: Receipts = new Map();
      const wanted = new Map<string, number>();
      for (const [seq, { attendee, id }] of given.entries()) {
        keepReceipt(receipts, attendee, { id, seq, at: 0, round: 1 });
        wanted.set(`${attendee}/${id}`, seq);
      }
      const all = [...allReceipts(receipts)].map(([attendee, one]) => [
        `${attendee}/${one.id}`,
        one.seq,
      ]);
      expect(new Map(all as [string, number][])).toEqual(wanted);
      expect(all).toHaveLength(wanted.size);
      for (const attendee of ['a', 'b', 'c'])
        for (const id of ['1', '2', '3', '4'])
          expect(receiptOf(receipts, attendee, id)?.seq).toBe(wanted.get(`${attendee}/${id}`));
    }),
  );
});
