import { describe, expect, it } from 'vitest';
import { deckOf, question } from '../../test/fixtures/small-deck.ts';
import { no, PureSession, yes } from '../../test/fixtures/pure-session.ts';
import { roomView } from './activity-views.ts';
import {
  attendeeSnapshot,
  consoleDeck,
  consoleSnapshot,
  ownAnswers,
  stageDeck,
  stageSnapshot,
} from './project.ts';

describe('the snapshot of an attendee', () => {
  it('[S43] says that the talk has not begun', () => {
    expect(attendeeSnapshot(new PureSession().state)).toMatchObject({
      slide: null,
      activities: [],
    });
  });

  it('[S43] says where the talk is', () => {
    const session = new PureSession();
    session.show(2);
    expect(attendeeSnapshot(session.state).slide).toEqual({ number: 3, of: 6, title: 'Steps' });
  });

  it('[S43] holds a question only once it has opened', () => {
    const session = new PureSession();
    session.show(3);
    expect(JSON.stringify(attendeeSnapshot(session.state))).not.toContain('Again?');
    session.do({ type: 'activity:open', activity: 'vote' });
    expect(attendeeSnapshot(session.state).activities.map(({ id }) => id)).toEqual(['vote']);
  });

  it('[S20] holds with a question its hue, how few answers are hidden, and where it starts from', () => {
    const step = { id: 'step', question: 'Next?', starters: 'maturity', 'hide-below': 3 };
    const activity = { ...question('open-text', step), accent: 5 };
    const session = new PureSession(deckOf([{ title: 'Next', activity }]));
    session.show(0);
    expect(attendeeSnapshot(session.state).activities).toMatchObject([
      { accent: 5, minAnswers: 3, startsFrom: 'maturity' },
    ]);
  });

  it('[S43] lists the question of the slide first, then those that are still open', () => {
    const session = new PureSession();
    session.show(1);
    session.show(4);
    expect(attendeeSnapshot(session.state).here).toBe('maturity');
    expect(attendeeSnapshot(session.state).activities.map(({ id }) => id)).toEqual([
      'maturity',
      'tea',
    ]);
    session.do({ type: 'activity:close', activity: 'tea' });
    expect(attendeeSnapshot(session.state).activities.map(({ id }) => id)).toEqual(['maturity']);
  });

  it('[A13] holds no tally while the question is open, for those who have not answered', () => {
    const session = new PureSession();
    session.show(1);
    session.answer('a', 'tea', yes);
    expect(attendeeSnapshot(session.state).activities[0]).toMatchObject({
      tally: null,
      hidden: 'answer-first',
    });
    expect(roomView(session.activityState('tea'), session.state).tally).toMatchObject({
      counts: [1, 0],
    });
    session.do({ type: 'activity:close', activity: 'tea' });
    expect(attendeeSnapshot(session.state).activities[0]?.tally).toMatchObject({ counts: [1, 0] });
  });

  it('[A2] holds no tally that is not revealed, for those who have answered neither', () => {
    const session = new PureSession();
    session.show(3);
    session.do({ type: 'activity:open', activity: 'vote' });
    session.answer('a', 'vote', yes);
    expect(roomView(session.activityState('vote'), session.state)).toMatchObject({
      tally: null,
      hidden: 'not-revealed',
    });
    session.do({ type: 'activity:reveal', activity: 'vote' });
    expect(roomView(session.activityState('vote'), session.state).tally).toMatchObject({
      counts: [1, 0],
    });
    session.do({ type: 'activity:hide', activity: 'vote' });
    expect(roomView(session.activityState('vote'), session.state).tally).toBeNull();
  });

  it("[P5] comes with one's own answers, as far as they still count", () => {
    const session = new PureSession();
    session.show(1);
    session.answer('a', 'tea', yes, 'my-answer');
    expect(ownAnswers(session.state, 'a')).toMatchObject({
      tea: { answer: yes, receipt: { activity: 'tea', id: 'my-answer', seq: 4, at: 4000 } },
    });
    expect(ownAnswers(session.state, 'b')).toEqual({});
    session.do({ type: 'activity:reset', activity: 'tea' });
    expect(ownAnswers(session.state, 'a')).toEqual({});
  });
});

describe('the snapshot of a stage', () => {
  it('[A2] [P7] holds neither notes nor anything unrevealed, nor what attendees wrote', () => {
    const session = new PureSession();
    session.show(3);
    session.do({ type: 'activity:open', activity: 'vote' });
    session.answer('a', 'vote', { choices: [], other: 'My secret words' });
    session.do({ type: 'activity:reveal', activity: 'vote' });
    const seen = JSON.stringify([stageDeck(session.state.deck), stageSnapshot(session.state)]);
    expect(seen).not.toContain('A secret note');
    expect(seen).not.toContain('My secret words');
    expect(JSON.stringify(consoleDeck(session.state.deck))).toContain('A secret note');
    expect(JSON.stringify(consoleSnapshot(session.state))).toContain('My secret words');
  });

  it('[A2] does not say how long its presenter wants to speak', () => {
    const { deck } = new PureSession().state;
    const slides = deck.slides.map((slide) => ({ ...slide, minutes: 2 }));
    for (const slide of stageDeck({ ...deck, slides }).slides) {
      expect(slide).not.toHaveProperty('minutes');
    }
  });

  it('[A12] holds no hash from which notes or keys could be guessed', () => {
    const noted = (notes: string): string => {
      const { state } = new PureSession(deckOf([{ title: 'Title', notes }]));
      return JSON.stringify([stageDeck(state.deck), stageSnapshot(state)]);
    };
    expect(noted('The answer is C')).toBe(noted('The answer is D'));
  });

  it('[A2] says how many have answered before it shows their answers', () => {
    const session = new PureSession();
    session.show(3);
    session.do({ type: 'activity:open', activity: 'vote' });
    session.answer('a', 'vote', yes);
    expect(stageSnapshot(session.state).activities[1]).toMatchObject({
      answered: 1,
      tally: null,
      hidden: 'not-revealed',
    });
    expect(consoleSnapshot(session.state).activities[1]?.ownTally).toMatchObject({
      counts: [1, 0],
    });
  });
});

describe('a small group', () => {
  const rated = (attendees: number): PureSession => {
    const session = new PureSession();
    session.show(4);
    for (let attendee = 0; attendee < attendees; attendee += 1) {
      session.answer(`v${attendee}`, 'maturity', {
        ratings: [3, attendee === 0 ? 'cannot-say' : 2],
      });
    }
    return session;
  };

  it('[A3] is not shown to the room nor to the presenter', () => {
    const session = rated(4);
    expect(stageSnapshot(session.state).activities[2]).toMatchObject({
      tally: null,
      hidden: 'too-few',
    });
    expect(consoleSnapshot(session.state).activities[2]?.tally).toBeNull();
    expect(roomView(session.activityState('maturity'), session.state).tally).toBeNull();
  });

  it('[A3] is not shown for a single row either', () => {
    const tally = stageSnapshot(rated(5).state).activities[2]?.tally;
    expect(tally).toMatchObject({ answers: 5, rows: [{ counts: [0, 0, 5, 0, 0] }, null] });
  });
});

describe('secrets', () => {
  it('[A2] [A4] of a session leave the server in no view', () => {
    const session = new PureSession();
    (session.state as { secret: string }).secret = 'the-signing-secret';
    session.show(1);
    session.answer('a', 'tea', no);
    const views = [
      attendeeSnapshot(session.state),
      stageSnapshot(session.state),
      consoleSnapshot(session.state),
      ownAnswers(session.state, 'a'),
    ];
    expect(JSON.stringify(views)).not.toContain('the-signing-secret');
  });
});
