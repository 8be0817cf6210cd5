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

  it('[P3] [P6] runs in everybody’s own time, too, where the room answers together: something is right', () => {
    const quiz = { id: 'timed', question: 'Which?', options: ['A', 'B'], answer: 1 };
    const activityState = question('quiz', { ...quiz, 'close-after': 20 });
    const talk = new Talk(deckOf([{ title: 'Timed', activity: activityState }]));
    talk.do({ type: 'self-paced:set', on: true });
    talk.show(0);
    expect(closesAt(talk)).not.toBeNull();
  });
});

describe('everybody’s own time', () => {
  it('[P6] opens every question without a right answer, wherever the talk is', () => {
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

describe('written words', () => {
  it('[P7] are the room’s to read only from the console’s leave on, and until it is taken back', () => {
    const talk = opened();
    expect(talk.activityState('tea').approved.size).toBe(0);
    talk.do({ type: 'words:approve', activity: 'tea', key: 'milk', approved: true });
    expect([...talk.activityState('tea').approved]).toEqual(['milk']);
    talk.do({ type: 'words:approve', activity: 'tea', key: 'milk', approved: false });
    expect(talk.activityState('tea').approved.size).toBe(0);
  });

  it('[P7] are read by the console before its leave, and by stage and phones after it', () => {
    const pain = question('open-text', { id: 'pain', question: 'What hurts?' });
    const talk = new Talk(deckOf([{ title: 'Pain', activity: pain }]));
    talk.show(0);
    talk.answer('a', 'pain', { choice: null, text: 'Slow builds' });
    const read = () =>
      [stageSnapshot(talk.state), takeHome(talk.state, 'b'), consoleSnapshot(talk.state)].map(
        (sent) => JSON.stringify(sent).includes('Slow builds'),
      );
    talk.do({ type: 'activity:close', activity: 'pain' });
    expect(read()).toEqual([false, false, true]);
    const [activityState] = consoleSnapshot(talk.state).activities;
    const key = /"key":"(.+?)"/.exec(JSON.stringify(activityState?.ownTally))?.[1] ?? '';
    talk.do({ type: 'words:approve', activity: 'pain', key, approved: true });
    expect(read()).toEqual([true, true, true]);
  });

  it('[P5] [P7] need leave anew after a reset', () => {
    const talk = opened();
    talk.do({ type: 'words:approve', activity: 'tea', key: 'milk', approved: true });
    talk.do({ type: 'activity:reset', activity: 'tea' });
    expect(talk.activityState('tea').approved.size).toBe(0);
  });

  it('[S14] [P7] get leave once, and only on a question that there is', () => {
    const talk = opened();
    const leave = { type: 'words:approve', key: 'milk', approved: true } as const;
    expect(talk.do({ ...leave, activity: 'tea' })).toEqual(['words:approved']);
    expect(talk.do({ ...leave, activity: 'tea' })).toEqual([]);
    expect(talk.do({ ...leave, activity: 'none' })).toBe('unknown-activity');
  });
});

describe('what is right', () => {
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
    const [activityState] = consoleSnapshot(talk.state).activities;
    expect(activityState).toMatchObject({ hash: tea.hash, tally: null, hidden: 'not-revealed' });
    expect(activityState?.ownTally).toMatchObject({ counts: [1, 1] });
  });
});
