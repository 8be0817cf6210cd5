import { describe, expect, it } from 'vitest';
import { deckOf, question, tea } from '../../test/fixtures/small-deck.ts';
import { PureSession, yes } from '../../test/fixtures/pure-session.ts';
import type { Json } from '../lib/json.ts';
import type { Command } from './commands.ts';
import { attendeeSnapshot, consoleSnapshot, ownAnswers, stageSnapshot } from './project.ts';
import { takeHome } from './take-home.ts';
import { report } from './results.ts';

const EXPLANATION = 'It was built to be.';
const capital = question('quiz', {
  id: 'capital',
  question: 'What is the capital of Australia?',
  options: ['Sydney', 'Canberra'],
  answer: 2,
  explain: EXPLANATION,
});
const deck = deckOf([
  { title: 'Title' },
  { title: 'Quiz', activity: capital },
  { title: 'Poll', activity: tea },
]);
const canberra: Json = { choices: [1] };
const sydney: Json = { choices: [0] };
const revealAnswer: Command = { type: 'activity:reveal-answer', activity: 'capital' };
const hideAnswer: Command = { type: 'activity:hide-answer', activity: 'capital' };
const open: Command = { type: 'activity:open', activity: 'capital' };

/** A quiz that a, who is right, and b, who is wrong, have answered. */
function answered(): PureSession {
  const session = new PureSession(deck);
  session.show(1);
  session.answer('a', 'capital', canberra);
  session.answer('b', 'capital', sydney);
  return session;
}

/** All that leaves the server before the results are asked for. */
function sent({ state }: PureSession): string {
  const own = ['a', 'b'].flatMap((attendee) => [
    ownAnswers(state, attendee),
    takeHome(state, attendee),
  ]);
  return JSON.stringify([
    attendeeSnapshot(state),
    stageSnapshot(state),
    consoleSnapshot(state),
    ...own,
  ]);
}

describe('the correct answer', () => {
  it('[P4] [A2] leaves the server for nobody before it is shown, the console neither', () => {
    const session = answered();
    for (const command of ['activity:close', 'activity:reveal'] as const) {
      session.do({ type: command, activity: 'capital' });
      expect(sent(session)).not.toContain(EXPLANATION);
      expect(sent(session)).not.toMatch(/"right":(?!null)/);
    }
  });

  it('[P4] is for everybody once it is shown', () => {
    const session = answered();
    session.do(revealAnswer);
    const correctAnswer = { right: [1], explain: EXPLANATION, source: '' };
    for (const snapshot of [attendeeSnapshot, stageSnapshot, consoleSnapshot]) {
      expect(snapshot(session.state).activities[0]).toMatchObject({
        phase: 'closed',
        tally: { counts: [1, 1], right: 1 },
        correctAnswer,
      });
    }
    const verdicts = ['a', 'b'].map(
      (attendee) => takeHome(session.state, attendee).questions[0]?.right,
    );
    expect(verdicts).toEqual([true, false]);
  });

  it('[P4] comes after the tally of the room: a question is closed and revealed with it', () => {
    expect(answered().do(revealAnswer)).toEqual([
      'activity:closed',
      'activity:revealed',
      'activity:answer-revealed',
    ]);
  });

  it('[P4] comes with the tally of the room where that was hidden after the close', () => {
    const session = answered();
    session.do({ type: 'activity:close', activity: 'capital' });
    session.do({ type: 'activity:hide', activity: 'capital' });
    expect(session.do(revealAnswer)).toEqual(['activity:revealed', 'activity:answer-revealed']);
  });

  it('[P4] is not brought nearer by closing a question that nobody has answered', () => {
    const session = new PureSession(deck);
    session.show(1);
    expect(session.do({ type: 'activity:close', activity: 'capital' })).toEqual([
      'activity:closed',
    ]);
    expect(session.do(open)).toEqual(['activity:opened']);
    session.answer('a', 'capital', canberra);
    expect(stageSnapshot(session.state).activities[0]?.tally).toBeNull();
  });

  it('[P4] is not brought nearer by closing a question too early and opening it again', () => {
    const session = answered();
    session.do({ type: 'activity:close', activity: 'capital' });
    expect(stageSnapshot(session.state).activities[0]?.tally).not.toBeNull();
    expect(session.do(open)).toEqual(['activity:hidden', 'activity:opened']);
    expect(stageSnapshot(session.state).activities[0]?.tally).toBeNull();
  });

  it('[P4] taken back before anybody has answered, leaves the next answers hidden', () => {
    const session = new PureSession(deck);
    session.show(1);
    expect(session.do(revealAnswer)).toEqual(['activity:closed', 'activity:answer-revealed']);
    expect(stageSnapshot(session.state).activities[0]?.correctAnswer).not.toBeNull();
    session.do(hideAnswer);
    session.do(open);
    session.answer('a', 'capital', canberra);
    expect(stageSnapshot(session.state).activities[0]?.tally).toBeNull();
  });

  it('[S14] is shown once', () => {
    const session = answered();
    session.do(revealAnswer);
    expect(session.do(revealAnswer)).toEqual([]);
  });

  it('[P4] is nothing that a question of opinion has', () => {
    expect(new PureSession(deck).do({ type: 'activity:reveal-answer', activity: 'tea' })).toBe(
      'no-correct-answer',
    );
  });

  it('[X6] is in the results in any case, with every answer judged', () => {
    const { rows, activities } = report(answered().state);
    expect(rows.map(({ attendee, choice, correct }) => [attendee, choice, correct])).toEqual([
      ['a', 'Canberra', true],
      ['b', 'Sydney', false],
    ]);
    expect(activities[0]).toMatchObject({ correctAnswer: { right: [1] }, tally: { right: 1 } });
  });
});

describe('a question whose answer was shown', () => {
  it('[P4] takes no answer, and is not opened again', () => {
    const session = answered();
    session.do(revealAnswer);
    expect(session.answer('c', 'capital', canberra)).toBe('not-open');
    expect(session.do(open)).toBe('answer-revealed');
  });

  it('[P4] is not opened by arriving at its slide, if it was not opened before', () => {
    const session = new PureSession(deck);
    session.do(revealAnswer);
    session.show(1);
    expect(session.activityState('capital').phase).toBe('closed');
    expect(session.answer('c', 'capital', canberra)).toBe('not-open');
  });

  it('[P4] takes answers again only once the presenter has hidden its correct answer and opened it', () => {
    const session = answered();
    session.do(revealAnswer);
    expect(session.do(hideAnswer)).toEqual(['activity:answer-hidden']);
    expect(sent(session)).not.toContain(EXPLANATION);
    expect(session.answer('c', 'capital', canberra)).toBe('not-open');
    expect(session.do(open)).toEqual(['activity:hidden', 'activity:opened']);
    expect(session.answer('c', 'capital', canberra)).toEqual(['answer:given']);
    expect(session.do(hideAnswer)).toEqual([]);
  });

  it('[P4] [P5] is open again after a reset, and its correct answer is secret again', () => {
    const session = answered();
    session.do(revealAnswer);
    expect(session.do({ type: 'activity:reset', activity: 'capital' })).toEqual([
      'activity:reset',
      'activity:opened',
    ]);
    expect(sent(session)).not.toContain(EXPLANATION);
    expect(session.answer('a', 'capital', sydney)).toEqual(['answer:given']);
  });

  it('[P4] [P6] is open to nobody in their own time', () => {
    const session = answered();
    session.do({ type: 'activity:close', activity: 'capital' });
    session.do({ type: 'self-paced:set', on: true });
    expect(session.activityState('capital').phase).toBe('closed');
    expect(session.answer('a', 'tea', yes)).toEqual(['answer:given']);
  });
});
