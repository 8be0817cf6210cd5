import { describe, expect, it, vi } from 'vitest';
import { deckOf, maturity, question, tea } from '../../test/fixtures/small-deck.ts';
import { no, PureSession, yes } from '../../test/fixtures/pure-session.ts';
import { takeHome } from './take-home.ts';
import type { TakeHomeQuestion } from './views.ts';

vi.mock(import('../activities/registry.ts'), async (original) => {
  const { withSums } = await import('../../test/fixtures/sum-type.ts');
  return withSums(await original());
});

const sum = question('sum', { id: 'sum', question: 'Two and two?', sum: 4 });
const never = question('poll', { id: 'never', question: 'Not asked?', options: ['A', 'B'] });

/** Slides with tea, ratings, a sum and a question that the talk does not reach; then sources. */
function talking(): PureSession {
  const deck = deckOf([
    { title: 'Title', notes: 'A secret note' },
    { title: 'First', activity: tea },
    { title: 'Second', activity: maturity },
    { title: 'Third', activity: sum },
    { title: 'Later', activity: never },
    { title: 'Sources', notes: 'A secret note' },
  ]);
  const slides = deck.slides.map((slide) => ({ ...slide, keep: slide.title === 'Sources' }));
  const session = new PureSession({ ...deck, slides });
  for (const place of [1, 2, 3]) session.show(place);
  return session;
}

function taken(session: PureSession, attendee: string, activity: string): TakeHomeQuestion {
  const found = takeHome(session.state, attendee).questions.find(
    (one) => one.activity.id === activity,
  );
  if (found === undefined) throw new Error(`no ${activity}`);
  return found;
}

describe('the take-home of an attendee', () => {
  it('[X5] [A2] is the talk’s name and day, and the slides that are for keeping, without their notes', () => {
    const { title, lang, startedAt, pages } = takeHome(talking().state, 'a');
    expect({ title, lang, startedAt }).toEqual({
      title: 'A small deck',
      lang: 'en',
      startedAt: 1000,
    });
    expect(pages).toEqual([{ title: 'Sources', html: '<h2>Sources</h2>' }]);
  });

  it('[X5] is every question that was asked, in the order of the talk, and none that was not', () => {
    const ids = takeHome(talking().state, 'a').questions.map(({ activity }) => activity.id);
    expect(ids).toEqual(['tea', 'maturity', 'sum']);
  });

  it('[X5] is one’s own answer, in the words of the export, and no other’s', () => {
    const session = talking();
    session.answer('a', 'tea', yes);
    session.answer('b', 'tea', no);
    session.answer('b', 'maturity', { ratings: [4, 5] });
    expect(taken(session, 'a', 'tea')).toMatchObject({ answer: yes, items: [{ choice: 'Yes' }] });
    expect(taken(session, 'b', 'tea')).toMatchObject({ answer: no, items: [{ choice: 'No' }] });
    expect(taken(session, 'a', 'maturity')).toMatchObject({ answer: null, items: [] });
    expect(takeHome(session.state, 'c').questions.map(({ answer }) => answer)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('[X5] [V2] is one’s latest answer, and none that was reset', () => {
    const session = talking();
    session.answer('a', 'tea', yes);
    session.answer('a', 'tea', no);
    expect(taken(session, 'a', 'tea').answer).toEqual(no);
    session.do({ type: 'activity:reset', activity: 'tea' });
    expect(taken(session, 'a', 'tea').answer).toBeNull();
  });

  it('[X5] is what one may do next, by one’s own answer', () => {
    const session = talking();
    session.answer('a', 'sum', { sum: 3 });
    session.answer('b', 'sum', { sum: 8 });
    expect(taken(session, 'a', 'sum').nextSteps).toEqual([{ about: 'Sums', step: 'Count to 4' }]);
  });

  it('[X5] [S44] stays when the session has ended', () => {
    const session = talking();
    session.answer('a', 'tea', yes);
    session.do({ type: 'session:end' });
    expect(taken(session, 'a', 'tea').items).toMatchObject([{ choice: 'Yes' }]);
  });
});

describe('the tally of the room', () => {
  it('[X5] [A13] is taken home by those who have answered, and by others once the question takes no more', () => {
    const session = talking();
    session.answer('a', 'tea', yes);
    expect(taken(session, 'a', 'tea').activity.tally).toMatchObject({ counts: [1, 0] });
    expect(taken(session, 'b', 'tea').activity).toMatchObject({
      tally: null,
      hidden: 'answer-first',
    });
    session.do({ type: 'activity:close', activity: 'tea' });
    expect(taken(session, 'b', 'tea').activity.tally).toMatchObject({ counts: [1, 0] });
  });

  it('[X5] [A2] is not, as long as it is hidden', () => {
    const session = talking();
    session.answer('a', 'tea', yes);
    session.do({ type: 'activity:hide', activity: 'tea' });
    session.do({ type: 'session:end' });
    const { activity } = taken(session, 'a', 'tea');
    expect(activity).toMatchObject({ tally: null, hidden: 'not-revealed' });
  });

  it('[X5] [A3] is not, where too few have said something', () => {
    const session = talking();
    session.answer('a', 'maturity', { ratings: [1, 2] });
    session.do({ type: 'session:end' });
    const { activity } = taken(session, 'a', 'maturity');
    expect(activity).toMatchObject({ tally: null, hidden: 'too-few' });
  });
});

describe('the correct answer', () => {
  it('[X5] [P4] is not taken home before it was shown, nor whether one was', () => {
    const session = talking();
    session.answer('a', 'sum', { sum: 4 });
    session.do({ type: 'activity:close', activity: 'sum' });
    session.do({ type: 'session:end' });
    expect(taken(session, 'a', 'sum')).toMatchObject({
      judged: true,
      right: null,
      activity: { hasCorrectAnswer: true, correctAnswer: null },
    });
    expect(JSON.stringify(takeHome(session.state, 'a'))).not.toContain('It is 4.');
  });

  it('[P4] is, once it was shown, by those who have not answered as well', () => {
    const session = talking();
    session.answer('a', 'sum', { sum: 4 });
    session.answer('b', 'sum', { sum: 5 });
    session.do({ type: 'activity:reveal-answer', activity: 'sum' });
    const correctAnswer = { right: 4, explain: 'It is 4.' };
    expect(taken(session, 'a', 'sum')).toMatchObject({ right: true, activity: { correctAnswer } });
    expect(taken(session, 'b', 'sum')).toMatchObject({ right: false, activity: { correctAnswer } });
    expect(taken(session, 'c', 'sum')).toMatchObject({ right: null, activity: { correctAnswer } });
  });

  it('[X5] is nothing, of a question of opinion', () => {
    const session = talking();
    session.answer('a', 'tea', yes);
    expect(taken(session, 'a', 'tea')).toMatchObject({ judged: false, right: null });
  });
});
