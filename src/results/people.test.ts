import { expect, it } from 'vitest';
import { PureSession, no, yes } from '../../test/fixtures/pure-session.ts';
import { peopleOf } from './people.ts';

it('[X22] the people of a session are those with an answer, and their rate is of what was asked', () => {
  const session = new PureSession();
  expect(peopleOf(session.state)).toEqual({ people: 0, asked: [], rate: null });
  session.show(1);
  for (const attendee of ['a', 'b', 'c']) session.answer(attendee, 'tea', yes);
  session.answer('a', 'tea', no);
  session.show(4);
  session.answer('d', 'maturity', { ratings: [4, 2] });
  expect(peopleOf(session.state)).toEqual({
    people: 4,
    // "Again?" was never opened.
    asked: [
      { id: 'tea', rate: 3 / 4 },
      { id: 'maturity', rate: 1 / 4 },
    ],
    rate: 1 / 2,
  });
});
