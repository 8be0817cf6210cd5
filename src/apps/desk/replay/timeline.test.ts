import { describe, expect, it } from 'vitest';
import { PureSession, yes } from '../../../../test/fixtures/pure-session.ts';
import { deckOf, question, tea } from '../../../../test/fixtures/small-deck.ts';
import { readReplay } from '../../../results/replay/read-replay.ts';
import { replayLines } from '../../../results/replay/replay-lines.ts';
import type { Moment } from '../../../results/replay/moment.ts';
import { allQuestions } from './all-questions.ts';
import { lastPlaces, questionMarks, slidePlaces } from './marks.ts';
import { pauseLabel, sinceLabel } from './time-labels.ts';
import { clockAt, nextOf, pauseAfter, placeAt, timelineOf } from './timeline.ts';

const DAY = 24 * 60 * 60 * 1_000;
const moments = [0, 4_000, 4_000 + DAY, 6_000 + DAY].map((at) => ({ at }));
const starts = timelineOf(moments);

describe('[X36] the time of a replay', () => {
  it('shortens a long pause to ten seconds, and says so', () => {
    expect(starts).toEqual([0, 4_000, 14_000, 16_000]);
    expect(moments.map((_, place) => pauseAfter(moments, place))).toEqual([4_000, DAY, 2_000, 0]);
    expect(pauseLabel(DAY)).toBe('Then nothing happened for 24 h. Here that takes 10 seconds.');
    expect(pauseLabel(90_000)).toContain('for 90 seconds.');
    expect(pauseLabel(10_000)).toBe('');
  });

  it('runs as the day did, and faster in a long pause', () => {
    const times = [0, 3_000, 4_000, 9_000, 14_000, 15_000, 16_000, 99_000];
    expect(times.map((time) => placeAt(starts, time))).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
    expect(times.map((time) => clockAt(moments, starts, time))).toEqual([
      ...[0, 3_000, 4_000, 4_000 + DAY / 2],
      ...[4_000 + DAY, 5_000 + DAY, 6_000 + DAY, 6_000 + DAY],
    ]);
  });

  it('does not go back where the clock was set back', () => {
    expect(timelineOf([{ at: 9_000 }, { at: 5_000 }, { at: 6_000 }])).toEqual([0, 0, 1_000]);
  });

  it('is told from the start, with the day where that is another', () => {
    const start = new Date(2026, 10, 26, 14, 10, 34).getTime();
    expect(sinceLabel(start, start + 751_000)).toBe('12:31 since the start');
    expect(sinceLabel(start, start + 3_605_000)).toBe('1:00:05 since the start');
    expect(sinceLabel(start, start + DAY)).toBe(
      'Friday 27 November 2026 · 24:00:00 since the start',
    );
  });

  it('goes to the nearest place on each side', () => {
    expect([nextOf([2, 5, 9], 5, 1), nextOf([2, 5, 9], 5, -1), nextOf([2, 5, 9], 6, -1)]).toEqual([
      9, 2, 5,
    ]);
    expect([nextOf([2], 2, 1), nextOf([2], 2, -1), nextOf([], 0, 1)]).toEqual([null, null, null]);
  });
});

function momentsOf(session: PureSession): readonly Moment[] {
  return readReplay([...replayLines(session.facts)].join(''))?.moments ?? [];
}

describe('[X36] the marks of a replay', () => {
  it('are where a question was opened, closed, revealed, reset and reworded', () => {
    const session = new PureSession();
    const marks: [number, string, string][] = [];
    const then = (activity: string, kind: string): unknown =>
      marks.push([session.facts.length - 1, activity, kind]);
    session.do({ type: 'activity:open', activity: 'vote' });
    then('vote', 'opened');
    session.answer('ann', 'vote', yes);
    session.do({ type: 'activity:reveal', activity: 'vote' });
    then('vote', 'revealed');
    session.do({ type: 'activity:reset', activity: 'vote' });
    then('vote', 'reset');
    session.do({ type: 'activity:close', activity: 'vote' });
    then('vote', 'closed');
    const reworded = question('poll', { id: 'tea', question: 'Mint?', options: ['Yes', 'No'] });
    session.do({ type: 'deck:revise', deck: deckOf([{ title: '', activity: reworded }]) });
    then('tea', 'reworded');
    const found = questionMarks(momentsOf(session));
    expect(found.map(({ place, activity, kind }) => [place, activity, kind])).toEqual(marks);
  });

  it('are where the correct answer was shown', () => {
    const quiz = question('quiz', { id: 'quiz', question: 'R?', options: ['1', '2'], answer: 1 });
    const session = new PureSession(deckOf([{ title: '', activity: quiz }]));
    session.show(0);
    session.answer('ann', 'quiz', { choices: [0] });
    session.do({ type: 'activity:reveal-answer', activity: 'quiz' });
    const kinds = questionMarks(momentsOf(session)).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['opened', 'closed', 'answer-revealed']));
  });

  it('are where another slide came, or something covered it', () => {
    const session = new PureSession(
      deckOf([{ title: '', activity: tea, fragments: 2 }, { title: 'End' }]),
    );
    session.show(0);
    session.show(0, 0);
    session.answer('ann', 'tea', yes);
    session.show(1);
    session.do({ type: 'join:show', shown: true });
    const all = momentsOf(session);
    const places = slidePlaces(all);
    const shown = places.map((place) => {
      const { stage } = all[place] ?? {};
      return stage?.joinShown === true ? 'join' : stage?.position.h;
    });
    expect(shown).toEqual(['join', 0, 1, 'join']);
  });
});

describe('[X36] the questions of a replay', () => {
  it('are all that the session ever had, each with its last moment on the stage', () => {
    const session = new PureSession(deckOf([{ title: '', activity: tea }, { title: 'End' }]));
    session.show(0);
    session.answer('ann', 'tea', yes);
    const last = session.facts.length - 1;
    session.do({ type: 'join:show', shown: true });
    session.show(1);
    const later = question('poll', { id: 'later', question: 'More?', options: ['Yes', 'No'] });
    session.do({ type: 'deck:revise', deck: deckOf([{ title: '', activity: later }]) });
    const all = momentsOf(session);
    expect(allQuestions(all).map(({ id }) => id)).toEqual(['later', 'tea']);
    expect(lastPlaces(all).get('tea')).toBe(last);
    expect(lastPlaces(all).has('later')).toBe(false);
  });
});
