import { describe, expect, it } from 'vitest';
import { activityView } from '../../../../test/fixtures/activity-view.ts';
import type { ActivityView, AttendeeSnapshot } from '../../../session/views.ts';
import { phasesOf } from './use-take-home-refresh.ts';

function snapshot(
  said: Partial<AttendeeSnapshot> = {},
  activity: Partial<ActivityView> = {},
): AttendeeSnapshot {
  return {
    code: '123456',
    title: 'A talk',
    lang: 'en',
    ended: false,
    selfPaced: false,
    slide: null,
    here: 'tea',
    activities: [{ ...activityView, ...activity }],
    ...said,
  };
}

describe('the key of the take-home data', () => {
  const before = phasesOf(snapshot());

  it.each([
    ['the session ends', snapshot({ ended: true })],
    ['the session becomes self-paced', snapshot({ selfPaced: true })],
    ['another question opens', snapshot({ activities: [] })],
    ['a question closes', snapshot({}, { phase: 'closed' })],
    ['a question is reset', snapshot({}, { round: 2 })],
    ['a question is reworded', snapshot({}, { hash: 'other' })],
    ['the room’s answers are revealed', snapshot({}, { revealed: false })],
    ['the correct answer is revealed', snapshot({}, { correctAnswer: 4 })],
  ])('changes when %s', (_, after) => {
    expect(phasesOf(after)).not.toBe(before);
  });

  it('stays the same with other answers of the room and another slide', () => {
    const voted = snapshot({ slide: { number: 2, of: 3, title: '' } }, { tally: { answers: 9 } });
    expect(phasesOf(voted)).toBe(before);
  });
});
