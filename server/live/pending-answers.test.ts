import { expect, it } from 'vitest';
import type { AnswerCommand } from '../../src/session/commands.ts';
import { PureSession, yes } from '../../test/fixtures/pure-session.ts';
import { PendingAnswers, questionDelivery } from './pending-answers.ts';

function answer(attendee: string, id: string, more: Partial<AnswerCommand> = {}): AnswerCommand {
  const given = { type: 'answer:give' as const, attendee, activity: 'tea', id, answer: yes };
  return { ...given, hash: null, round: null, ...more };
}

/** A talk at its first question, and what is pending in it. */
function asking() {
  const session = new PureSession();
  session.show(1);
  let now = 0;
  const pending = new PendingAnswers(session.state, () => now);
  const count = () => {
    const tea = session.activityState('tea');
    return questionDelivery(tea, [pending.waiting(tea)]);
  };
  return { talk: session, pending, count, later: (milliseconds: number) => (now += milliseconds) };
}

it('[V2] an answer that a later one has replaced does not settle it', () => {
  const { pending, count } = asking();
  pending.received(answer('ann', 'first-answer'));
  pending.received(answer('ann', 'second-answer'));
  pending.settled(answer('ann', 'first-answer'));
  expect(count()).toMatchObject({ sent: 1, pending: 1 });
  pending.settled(answer('ann', 'second-answer'));
  expect(count()).toMatchObject({ sent: 0, pending: 0 });
});

it('[V3] a copy of an answer that is recorded does not wait, whatever becomes of it', () => {
  const { talk: session, pending, count } = asking();
  session.answer('ann', 'tea', yes, 'recorded-answer');
  pending.received(answer('ann', 'recorded-answer'));
  expect(count()).toMatchObject({ sent: 1, recorded: 1, pending: 0 });
});

it('[V5] an answer that cannot be taken does not count as sent', () => {
  const { pending, count } = asking();
  pending.received(answer('ann', 'an-answer', { round: 2 }));
  pending.received(answer('ann', 'an-answer', { hash: 'another wording' }));
  pending.received(answer('ann', 'an-answer', { activity: 'vote' }));
  pending.received(answer('ann', 'an-answer', { activity: 'unknown' }));
  expect(count()).toMatchObject({ sent: 0, pending: 0 });
});

it('[S10] an answer is overdue by its latest sending, not by an earlier one', () => {
  const { pending, count, later } = asking();
  pending.received(answer('ann', 'an-answer'));
  pending.received(answer('bob', 'an-answer'));
  later(4_000);
  pending.received(answer('ann', 'a-later-answer'));
  later(1_000);
  expect(count()).toMatchObject({ pending: 2, overdue: 1 });
});
