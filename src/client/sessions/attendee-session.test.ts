import { describe, expect, it } from 'vitest';
import { activityView as activity } from '../../../test/fixtures/activity-view.ts';
import type { OwnAnswers } from '../../session/views.ts';
import { answerState } from './attendee-session.ts';

const online = { is: 'online' } as const;
const offline = { is: 'offline' } as const;
const outgoing = { activity: 'tea', id: '1', hash: 'h', round: 1, answer: 'new' };
const own: OwnAnswers = {
  tea: { hash: 'h', round: 1, answer: 'old', receipt: { activity: 'tea', id: '0', seq: 3, at: 0 } },
};

describe('what a phone says of an answer', () => {
  it('[V9] is "recorded" only where there is a receipt', () => {
    expect(answerState(activity, own, [], {}, online)).toEqual({ is: 'recorded', answer: 'old' });
    expect(answerState(activity, {}, [], {}, online)).toEqual({ is: 'none' });
  });

  it('[V9] is not "recorded" while a later one is on its way', () => {
    expect(answerState(activity, own, [outgoing], {}, online)).toEqual({
      is: 'sending',
      answer: 'new',
    });
  });

  it('[V9] [R2] is that it is kept, without a network', () => {
    expect(answerState(activity, own, [outgoing], {}, offline)).toEqual({
      is: 'kept',
      answer: 'new',
    });
  });

  it('[V9] is why it is not recorded yet, while it is sent again, and what it was stays unsaid', () => {
    const error = { name: 'full', message: 'The disk is full.', retryAfter: 3 } as const;
    const state = answerState(activity, own, [outgoing], { tea: error }, online);
    expect(state).toEqual({ is: 'delayed', answer: 'new', error });
    // Without a network that is what holds it up.
    expect(answerState(activity, own, [outgoing], { tea: error }, offline).is).toBe('kept');
  });

  it('[V9] is nothing for a question that was reset or reworded since', () => {
    expect(answerState({ ...activity, round: 2 }, own, [], {}, online)).toEqual({ is: 'none' });
    expect(answerState({ ...activity, hash: 'other' }, own, [outgoing], {}, online)).toEqual({
      is: 'none',
    });
  });

  it('[V9] is why it was refused, with the answer that does count', () => {
    const error = { name: 'not-open', message: 'This question is closed.' } as const;
    expect(answerState(activity, own, [], { tea: error }, online)).toEqual({
      is: 'refused',
      answer: 'old',
      error,
    });
  });
});
