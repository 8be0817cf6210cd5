import { describe, expect, it } from 'vitest';
import { deckOf, question, tea } from '../../test/fixtures/small-deck.ts';
import { no, Talk, yes } from '../../test/fixtures/talk.ts';
import { attendeeSnapshot, consoleSnapshot, stageSnapshot, takeHome } from './project.ts';

const opened = (): Talk => {
  const talk = new Talk();
  talk.show(1);
  return talk;
};

describe('a countdown', () => {
  const timed = question('poll', {
    id: 'timed',
    question: 'Quick?',
    options: ['Yes', 'No'],
    'close-after': 20,
  });
  const counting = (): Talk => {
    const talk = new Talk(deckOf([{ title: 'Timed', activity: timed }, { title: 'End' }]));
    talk.show(0);
    return talk;
  };
  const closesAt = (talk: Talk): number | null => talk.activityState('timed').closesAt;

  it('[P3] begins when its question opens', () => {
    const talk = counting();
    const openedAt = talk.facts.at(-1)?.at ?? 0;
    expect(closesAt(talk)).toBe(openedAt + 20_000);
    expect(attendeeSnapshot(talk.state).activities[0]?.closesAt).toBe(openedAt + 20_000);
  });

  it('[P3] is over once its question is closed, and begins anew when that is opened or asked again', () => {
    const talk = counting();
    const first = closesAt(talk) ?? 0;
    talk.do({ type: 'activity:close', activity: 'timed' });
    expect(closesAt(talk)).toBeNull();
    talk.do({ type: 'activity:open', activity: 'timed' });
    const second = closesAt(talk) ?? 0;
    talk.do({ type: 'activity:reset', activity: 'timed' });
    expect([second > first, (closesAt(talk) ?? 0) > second]).toEqual([true, true]);
  });

  it('[P3] is over with the session', () => {
    const talk = counting();
    talk.do({ type: 'session:end' });
    expect(closesAt(talk)).toBeNull();
  });

  it('[P6] stops when everybody goes on in their own time', () => {
    const talk = counting();
    talk.do({ type: 'self-paced:set', on: true });
    expect(talk.activityState('timed').phase).toBe('open');
    expect(closesAt(talk)).toBeNull();
  });

  it('[P6] hurries nobody who answers in their own time', () => {
    const talk = new Talk(deckOf([{ title: 'Timed', activity: timed }]));
    talk.do({ type: 'self-paced:set', on: true });
    expect(talk.activityState('timed').phase).toBe('open');
    expect(closesAt(talk)).toBeNull();
    talk.do({ type: 'activity:reset', activity: 'timed' });
    expect(closesAt(talk)).toBeNull();
  });

  it('[P6] that runs when everybody’s own time begins does not close its question in that', () => {
    const talk = counting();
    talk.do({ type: 'self-paced:set', on: true });
    expect([talk.activityState('timed').phase, closesAt(talk)]).toEqual(['open', null]);
  });

  it('[P3] [P6] runs in everybody’s own time, too, for questions with a correct answer', () => {
    const quiz = { id: 'timed', question: 'Which?', options: ['A', 'B'], answer: 1 };
    const activity = question('quiz', { ...quiz, 'close-after': 20 });
    const talk = new Talk(deckOf([{ title: 'Timed', activity }]));
    talk.do({ type: 'self-paced:set', on: true });
    talk.show(0);
    expect(closesAt(talk)).not.toBeNull();
  });
});

describe('everybody’s own time', () => {
  it('[P6] opens every question without a correct answer, wherever the talk is', () => {
    const talk = opened();
    talk.do({ type: 'activity:close', activity: 'tea' });
    talk.do({ type: 'self-paced:set', on: true });
    const { activities, selfPaced } = attendeeSnapshot(talk.state);
    expect(selfPaced).toBe(true);
    expect(activities.map(({ id, phase }) => [id, phase])).toEqual([
      ['tea', 'open'],
      ['vote', 'open'],
      ['maturity', 'open'],
    ]);
    expect(talk.answer('late', 'maturity', { ratings: [2, 3] })).toEqual(['answer:given']);
  });

  it('[P6] ends with all of them closed but the one on the slide', () => {
    const talk = opened();
    talk.do({ type: 'self-paced:set', on: true });
    talk.do({ type: 'self-paced:set', on: false });
    const phases = [...talk.state.activities.values()].map(({ phase }) => phase);
    expect(phases).toEqual(['open', 'closed', 'closed']);
  });

  it('[S14] changes nothing when it is switched to what it is', () => {
    expect(opened().do({ type: 'self-paced:set', on: false })).toEqual([]);
  });

  it('[S7] is over with the session', () => {
    const talk = opened();
    talk.do({ type: 'session:end' });
    expect(talk.do({ type: 'self-paced:set', on: true })).toBe('session-ended');
  });
});

describe('a control of an activity', () => {
  const pain = question('open-text', { id: 'pain', question: 'What hurts?' });
  const approve = (key: string) =>
    ({ type: 'activity:control', activity: 'pain', control: { approve: key } }) as const;

  /** A talk in which one attendee has written a text, with the key by which it is moderated. */
  function written() {
    const talk = new Talk(
      deckOf([
        { title: 'Pain', activity: pain },
        { title: 'T', activity: tea },
      ]),
    );
    talk.show(0);
    talk.answer('a', 'pain', { choice: null, text: 'Slow builds' });
    const [view] = consoleSnapshot(talk.state).activities;
    const key = /"key":"(.+?)"/.exec(JSON.stringify(view?.ownTally))?.[1] ?? '';
    const read = () =>
      [stageSnapshot(talk.state), takeHome(talk.state, 'b'), consoleSnapshot(talk.state)].map(
        (sent) => JSON.stringify(sent).includes('Slow builds'),
      );
    return { talk, key, read };
  }

  it('[P7] lets stage and phones read a text that the console alone read before', () => {
    const { talk, key, read } = written();
    talk.do({ type: 'activity:close', activity: 'pain' });
    expect(read()).toEqual([false, false, true]);
    expect(talk.do(approve(key))).toEqual(['activity:controlled']);
    expect(read()).toEqual([true, true, true]);
  });

  it('[P7] takes a text back from the room', () => {
    const { talk, key, read } = written();
    talk.do({ type: 'activity:close', activity: 'pain' });
    talk.do(approve(key));
    talk.do({ type: 'activity:control', activity: 'pain', control: { reject: key } });
    expect(read()).toEqual([false, false, true]);
  });

  it('[P5] [P7] is taken back by a reset', () => {
    const { talk, key, read } = written();
    talk.do(approve(key));
    talk.do({ type: 'activity:reset', activity: 'pain' });
    talk.answer('a', 'pain', { choice: null, text: 'Slow builds' });
    talk.do({ type: 'activity:close', activity: 'pain' });
    expect(read()).toEqual([false, false, true]);
  });

  it('[S14] [P7] changes nothing the second time, and exists only on a question that there is', () => {
    const { talk, key } = written();
    expect(talk.do(approve(key))).toEqual(['activity:controlled']);
    expect(talk.do(approve(key))).toEqual([]);
    expect(talk.do({ ...approve(key), activity: 'none' })).toBe('unknown-activity');
  });

  it('[P7] is refused where the type of the question does not know it', () => {
    const { talk, key } = written();
    expect(talk.do({ ...approve(key), control: { pin: key } })).toBe('unfitting-control');
    expect(talk.do({ ...approve(key), activity: 'tea' })).toBe('no-control');
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
    const talk = opened();
    talk.answer('a', 'tea', yes);
    talk.answer('b', 'tea', no);
    talk.do({ type: 'activity:hide', activity: 'tea' });
    const [view] = consoleSnapshot(talk.state).activities;
    expect(view).toMatchObject({ hash: tea.hash, tally: null, hidden: 'not-revealed' });
    expect(view?.ownTally).toMatchObject({ counts: [1, 1] });
  });
});
