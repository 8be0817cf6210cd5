import { expect, it } from 'vitest';
import { otherAskings } from './other-askings.ts';

const result = (
  id: string,
  again: string | null,
  status: 'current' | 'superseded' = 'current',
) => ({
  ...{ id, again, status },
  ...{ round: 1, question: `${id}?` },
});

it('[S98] a question that is asked again is linked with the earlier one, and that one with it', () => {
  const [before, after, other] = [
    result('before', null),
    result('after', 'before'),
    result('x', null),
  ];
  const asked = [result('before', null, 'superseded'), before, after, other];
  expect(otherAskings(before, asked)).toEqual([{ words: 'Asked again', activity: after }]);
  expect(otherAskings(after, asked)).toEqual([{ words: 'Asked before', activity: before }]);
  expect(otherAskings(other, asked)).toEqual([]);
});
