import { describe, expect, it } from 'vitest';
import { deckOf, question, tea } from '../../test/fixtures/small-deck.ts';
import { no, PureSession, yes } from '../../test/fixtures/pure-session.ts';
import { attendeeSnapshot, consoleSnapshot, stageSnapshot } from './project.ts';
import { takeHome } from './take-home.ts';

const opened = (): PureSession => {
  const session = new PureSession();
  session.show(1);
  return session;
};

describe('a countdown', () => {
  const timed = question('poll', {
    id: 'timed',
    question: 'Quick?',
    options: ['Yes', 'No'],
    'close-after': 20,
  });
  const counting = (): PureSession => {
    const session = new PureSession(
      deckOf([{ title: 'Timed', activity: timed }, { title: 'End' }]),
    );
    session.show(0);
    return session;
  };
  const closesAt = (session: PureSession): number | null => session.activityState('timed').closesAt;

  it('[P3] begins when its question opens', () => {
    const session = counting();
    const openedAt = session.facts.at(-1)?.at ?? 0;
    expect(closesAt(session)).toBe(openedAt + 20_000);
    expect(attendeeSnapshot(session.state).activities[0]?.closesAt).toBe(openedAt + 20_000);
  });

  it('[P3] is over once its question is closed, and begins anew when that is opened or asked again', () => {
    const session = counting();
    const first = closesAt(session) ?? 0;
    session.do({ type: 'activity:close', activity: 'timed' });
    expect(closesAt(session)).toBeNull();
    session.do({ type: 'activity:open', activity: 'timed' });
    const second = closesAt(session) ?? 0;
    session.do({ type: 'activity:reset', activity: 'timed' });
    expect([second > first, (closesAt(session) ?? 0) > second]).toEqual([true, true]);
  });

  it('[P3] is over with the session', () => {
    const session = counting();
    session.do({ type: 'session:end' });
    expect(closesAt(session)).toBeNull();
  });

  it('[P6] stops when everybody goes on in their own time', () => {
    const session = counting();
    session.do({ type: 'self-paced:set', on: true });
    expect(session.activityState('timed').phase).toBe('open');
    expect(closesAt(session)).toBeNull();
  });

  it('[P6] hurries nobody who answers in their own time', () => {
    const session = new PureSession(deckOf([{ title: 'Timed', activity: timed }]));
    session.do({ type: 'self-paced:set', on: true });
    expect(session.activityState('timed').phase).toBe('open');
    expect(closesAt(session)).toBeNull();
    session.do({ type: 'activity:reset', activity: 'timed' });
    expect(closesAt(session)).toBeNull();
  });

  it('[P6] that runs when everybody’s own time begins does not close its question in that', () => {
    const session = counting();
    session.do({ type: 'self-paced:set', on: true });
    expect([session.activityState('timed').phase, closesAt(session)]).toEqual(['open', null]);
  });

  it('[P3] [P6] runs in everybody’s own time, too, for questions with a correct answer', () => {
    const quiz = { id: 'timed', question: 'Which?', options: ['A', 'B'], answer: 1 };
    const activity = question('quiz', { ...quiz, 'close-after': 20 });
    const session = new PureSession(deckOf([{ title: 'Timed', activity }]));
    session.do({ type: 'self-paced:set', on: true });
    session.show(0);
    expect(closesAt(session)).not.toBeNull();
  });
});

describe('everybody’s own time', () => {
  it('[P6] opens every question without a correct answer, wherever the talk is', () => {
    const session = opened();
    session.do({ type: 'activity:close', activity: 'tea' });
    session.do({ type: 'self-paced:set', on: true });
    const { activities, selfPaced } = attendeeSnapshot(session.state);
    expect(selfPaced).toBe(true);
    expect(activities.map(({ id, phase }) => [id, phase])).toEqual([
      ['tea', 'open'],
      ['vote', 'open'],
      ['maturity', 'open'],
    ]);
    expect(session.answer('late', 'maturity', { ratings: [2, 3] })).toEqual(['answer:given']);
  });

  it('[P6] ends with all of them closed but the one on the slide', () => {
    const session = opened();
    session.do({ type: 'self-paced:set', on: true });
    session.do({ type: 'self-paced:set', on: false });
    const phases = [...session.state.activities.values()].map(({ phase }) => phase);
    expect(phases).toEqual(['open', 'closed', 'closed']);
  });

  it('[S14] changes nothing when it is switched to what it is', () => {
    expect(opened().do({ type: 'self-paced:set', on: false })).toEqual([]);
  });

  it('[S44] is over with the session', () => {
    const session = opened();
    session.do({ type: 'session:end' });
    expect(session.do({ type: 'self-paced:set', on: true })).toBe('session-ended');
  });
});

describe('a control of an activity', () => {
  const pain = question('open-text', { id: 'pain', question: 'What hurts?' });
  const approve = (key: string) =>
    ({ type: 'activity:control', activity: 'pain', control: { approve: key } }) as const;

  /** A talk in which one attendee has written a text, with the key by which it is moderated. */
  function written() {
    const session = new PureSession(
      deckOf([
        { title: 'Pain', activity: pain },
        { title: 'T', activity: tea },
      ]),
    );
    session.show(0);
    session.answer('a', 'pain', { choice: null, text: 'Slow builds' });
    const [view] = consoleSnapshot(session.state).activities;
    const key = /"key":"(.+?)"/.exec(JSON.stringify(view?.ownTally))?.[1] ?? '';
    const read = () =>
      [
        stageSnapshot(session.state),
        takeHome(session.state, 'b'),
        consoleSnapshot(session.state),
      ].map((sent) => JSON.stringify(sent).includes('Slow builds'));
    return { talk: session, key, read };
  }

  it('[P7] lets stage and phones read a text that the console alone read before', () => {
    const { talk: session, key, read } = written();
    session.do({ type: 'activity:close', activity: 'pain' });
    expect(read()).toEqual([false, false, true]);
    expect(session.do(approve(key))).toEqual(['activity:controlled']);
    expect(read()).toEqual([true, true, true]);
  });

  it('[P7] takes a text back from the room', () => {
    const { talk: session, key, read } = written();
    session.do({ type: 'activity:close', activity: 'pain' });
    session.do(approve(key));
    session.do({ type: 'activity:control', activity: 'pain', control: { reject: key } });
    expect(read()).toEqual([false, false, true]);
  });

  it('[P5] [P7] is taken back by a reset', () => {
    const { talk: session, key, read } = written();
    session.do(approve(key));
    session.do({ type: 'activity:reset', activity: 'pain' });
    session.answer('a', 'pain', { choice: null, text: 'Slow builds' });
    session.do({ type: 'activity:close', activity: 'pain' });
    expect(read()).toEqual([false, false, true]);
  });

  it('[S14] [P7] changes nothing the second time, and exists only on a question that there is', () => {
    const { talk: session, key } = written();
    expect(session.do(approve(key))).toEqual(['activity:controlled']);
    expect(session.do(approve(key))).toEqual([]);
    expect(session.do({ ...approve(key), activity: 'none' })).toBe('unknown-activity');
  });

  it('[P7] is refused where the type of the question does not know it', () => {
    const { talk: session, key } = written();
    expect(session.do({ ...approve(key), control: { pin: key } })).toBe('unfitting-control');
    expect(session.do({ ...approve(key), activity: 'tea' })).toBe('no-control');
  });
});

describe('the correct answer', () => {
  it('[P4] cannot be shown of a question of opinion', () => {
    expect(opened().do({ type: 'activity:reveal-answer', activity: 'tea' })).toBe(
      'no-correct-answer',
    );
  });
});

describe('the console', () => {
  it('[A2] keeps apart what the room sees and what only the presenter may see', () => {
    const session = opened();
    session.answer('a', 'tea', yes);
    session.answer('b', 'tea', no);
    session.do({ type: 'activity:hide', activity: 'tea' });
    const [view] = consoleSnapshot(session.state).activities;
    expect(view).toMatchObject({ hash: tea.hash, tally: null, hidden: 'not-revealed' });
    expect(view?.ownTally).toMatchObject({ counts: [1, 1] });
  });
});
