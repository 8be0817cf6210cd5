import { describe, expect, it } from 'vitest';
import { deckOf, question, tea } from '../../test/fixtures/small-deck.ts';
import { Talk, yes } from '../../test/fixtures/talk.ts';
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
      const talk = new Talk(asking(quiz));
      talk.do({ type: 'activity:reveal-answer', activity: 'capital' });
      talk.do(revise(...meanwhile));
      talk.do(revise(quiz));
      expect(talk.do({ type: 'activity:open', activity: 'capital' })).toBe('answer-revealed');
      expect(talk.answer('a', 'capital', { choices: [1] })).toBe('not-open');
    }
  });

  it('[P2] stays closed where it was closed', () => {
    const talk = new Talk(asking(tea));
    talk.show(1);
    talk.do({ type: 'activity:close', activity: 'tea' });
    talk.do(revise());
    talk.do(revise(tea));
    talk.show(0);
    expect(talk.show(1)).toEqual(['slide:shown']);
    expect(talk.activityState('tea').phase).toBe('closed');
  });

  it('[P5] still knows a late copy of an answer that was reset', () => {
    const talk = new Talk(asking(tea));
    talk.show(1);
    talk.answer('a', 'tea', yes, 'before-the-reset');
    talk.do({ type: 'activity:reset', activity: 'tea' });
    talk.do(revise());
    talk.do(revise(tea));
    talk.do({ type: 'activity:open', activity: 'tea' });
    expect(talk.answer('a', 'tea', yes, 'before-the-reset')).toBe('reset');
  });

  it('[X1] is not in an export by a wording that nobody answered', () => {
    const talk = new Talk(asking(quiz));
    talk.do({ type: 'activity:reveal-answer', activity: 'capital' });
    talk.do(revise(reworded));
    expect(report(talk.state).activities.map((activity) => activity.question)).toEqual([
      reworded.question,
    ]);
    expect(consoleSnapshot(talk.state).superseded).toEqual({});
  });
});

it('[P6] a question that is new to the deck is open at once in everybody’s own time', () => {
  const talk = new Talk(asking());
  talk.do({ type: 'self-paced:set', on: true });
  expect(talk.do(revise(tea, quiz))).toEqual(['deck:revised', 'activity:opened']);
  expect(talk.activityState('tea').phase).toBe('open');
  expect(talk.activityState('capital').phase).toBe('waiting');
});
