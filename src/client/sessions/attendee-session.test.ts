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

describe('the state of an answer on a phone', () => {
  it('[V9] is "recorded" only with a receipt', () => {
    expect(answerState(activity, own, [], {}, online)).toEqual({ is: 'recorded', answer: 'old' });
    expect(answerState(activity, {}, [], {}, online)).toEqual({ is: 'none' });
  });

  it('[V9] is not "recorded" while a later answer is being sent', () => {
    expect(answerState(activity, own, [outgoing], {}, online)).toEqual({
      is: 'sending',
      answer: 'new',
    });
  });

  it('[V9] [R2] is "kept" while offline', () => {
    expect(answerState(activity, own, [outgoing], {}, offline)).toEqual({
      is: 'kept',
      answer: 'new',
    });
  });

  it('[V9] is "delayed", with the reason, while it is sent again', () => {
    const error = { name: 'full', message: 'The disk is full.', retryAfter: 3 } as const;
    const state = answerState(activity, own, [outgoing], { tea: error }, online);
    expect(state).toEqual({ is: 'delayed', answer: 'new', error });
    // Offline, the missing network is the reason.
    expect(answerState(activity, own, [outgoing], { tea: error }, offline).is).toBe('kept');
  });

  it('[V9] is "none" for a question that was reset or reworded since', () => {
    expect(answerState({ ...activity, round: 2 }, own, [], {}, online)).toEqual({ is: 'none' });
    expect(answerState({ ...activity, hash: 'other' }, own, [outgoing], {}, online)).toEqual({
      is: 'none',
    });
  });

  it('[V9] is "refused", with the reason and the answer that counts', () => {
    const error = { name: 'not-open', message: 'This question is closed.' } as const;
    expect(answerState(activity, own, [], { tea: error }, online)).toEqual({
      is: 'refused',
      answer: 'old',
      error,
    });
  });
});
