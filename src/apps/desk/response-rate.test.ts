import { expect, it } from 'vitest';
import { PureSession, yes } from '../../../test/fixtures/pure-session.ts';
import { report } from '../../session/results.ts';
import { responseOf } from './response-rate.ts';

it('The response rate is the share of all answers that the people could have given to what was asked', () => {
  const session = new PureSession();
  const [first, second] = session.state.deck.activities.map(({ id }) => id);
  session.do({ type: 'activity:open', activity: first ?? '' });
  expect(responseOf(report(session.state))).toEqual({ people: 0, asked: 1, rate: null });
  session.do({ type: 'activity:open', activity: second ?? '' });
  session.answer('ann', first ?? '', yes);
  session.answer('ben', first ?? '', yes);
  session.answer('ben', second ?? '', yes);
  expect(responseOf(report(session.state))).toEqual({ people: 2, asked: 2, rate: 75 });
  const asked = report(session.state).activities.map((activity) => activity.asked);
  expect(asked.filter(Boolean)).toHaveLength(2);
});
