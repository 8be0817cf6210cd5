import { describe, expect, it } from 'vitest';
import { deckOf, question, tea } from '../../test/fixtures/small-deck.ts';
import { PureSession, yes } from '../../test/fixtures/pure-session.ts';
import type { Activity } from '../activities/contract.ts';
import type { Command } from './commands.ts';
import { consoleSnapshot } from './project.ts';
import { report } from './results.ts';

const capital = { id: 'capital', options: ['Sydney', 'Canberra'], answer: 2 };
const quiz = question('quiz', { ...capital, question: 'The capital of Australia?' });
const reworded = question('quiz', { ...capital, question: 'Australia’s capital?' });
const asking = (...activities: Activity[]) =>
  deckOf([{ title: 'Title' }, ...activities.map((activity) => ({ title: activity.id, activity }))]);
const revise = (...activities: Activity[]): Command => ({
  type: 'deck:revise',
  deck: asking(...activities),
});

describe('a question that comes back to the deck', () => {
  it('[P4] takes no answer where its own was shown, though nobody had answered', () => {
    for (const meanwhile of [[reworded], []]) {
      const session = new PureSession(asking(quiz));
      session.do({ type: 'activity:reveal-answer', activity: 'capital' });
      session.do(revise(...meanwhile));
      session.do(revise(quiz));
      expect(session.do({ type: 'activity:open', activity: 'capital' })).toBe('answer-revealed');
      expect(session.answer('a', 'capital', { choices: [1] })).toBe('not-open');
    }
  });

  it('[P2] stays closed where it was closed', () => {
    const session = new PureSession(asking(tea));
    session.show(1);
    session.do({ type: 'activity:close', activity: 'tea' });
    session.do(revise());
    session.do(revise(tea));
    session.show(0);
    expect(session.show(1)).toEqual(['slide:shown']);
    expect(session.activityState('tea').phase).toBe('closed');
  });

  it('[P5] still knows a late copy of an answer that was reset', () => {
    const session = new PureSession(asking(tea));
    session.show(1);
    session.answer('a', 'tea', yes, 'before-the-reset');
    session.do({ type: 'activity:reset', activity: 'tea' });
    session.do(revise());
    session.do(revise(tea));
    session.do({ type: 'activity:open', activity: 'tea' });
    expect(session.answer('a', 'tea', yes, 'before-the-reset')).toBe('reset');
  });

  it('[X1] is not in an export by a wording that nobody answered', () => {
    const session = new PureSession(asking(quiz));
    session.do({ type: 'activity:reveal-answer', activity: 'capital' });
    session.do(revise(reworded));
    expect(report(session.state).activities.map((activity) => activity.question)).toEqual([
      reworded.question,
    ]);
    expect(consoleSnapshot(session.state).superseded).toEqual({});
  });
});

it('[P6] a question that is new to the deck is open at once in everybody’s own time', () => {
  const session = new PureSession(asking());
  session.do({ type: 'self-paced:set', on: true });
  expect(session.do(revise(tea, quiz))).toEqual(['deck:revised', 'activity:opened']);
  expect(session.activityState('tea').phase).toBe('open');
  expect(session.activityState('capital').phase).toBe('waiting');
});
