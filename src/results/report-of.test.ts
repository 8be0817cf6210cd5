import { describe, expect, it } from 'vitest';
import { no, PureSession, yes } from '../../test/fixtures/pure-session.ts';
import { deckOf, question, smallDeck, tea } from '../../test/fixtures/small-deck.ts';
import type { Deck } from '../deck/deck.ts';
import { makeChannels } from '../deck/parse/channels.ts';
import { reportOf, type Report, type ReportedQuestion } from './report-of.ts';

const crossing = question('poll', {
  id: 'crossing',
  question: 'Cross?',
  options: ['Yes', 'No'],
  'hide-below': 3,
  results: 'revealed',
});
const pain = question('open-text', { id: 'pain', question: 'What hurts?' });
const capital = question('quiz', {
  id: 'capital',
  question: 'Capital?',
  options: ['Sydney', 'Canberra'],
  answer: 2,
  explain: 'It was built to be one.',
});

/** A session on slides with these questions, the first of which is shown. */
function session(...asked: (typeof tea)[]): PureSession {
  const deck = deckOf(asked.map((activity) => ({ title: activity.id, activity })));
  const played = new PureSession(deck);
  played.show(0);
  return played;
}

function told({ questions }: Report, id: string): ReportedQuestion {
  const found = questions.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

describe('[X10] a report', () => {
  it('hides the tally of fewer answers than its question asks for, and says how many', () => {
    const played = session(crossing);
    played.answer('a', 'crossing', yes);
    played.answer('b', 'crossing', no);
    const few = told(reportOf(played.state), 'crossing');
    expect(few).toMatchObject({ answered: 2, tally: null, hidden: 'too-few', minAnswers: 3 });
    played.answer('c', 'crossing', yes);
    // In the talk it waits to be revealed; those who were not there wait for nothing.
    expect(played.activityState('crossing').revealed).toBe(false);
    const enough = told(reportOf(played.state), 'crossing');
    expect(enough).toMatchObject({ hidden: null, tally: { counts: [2, 1] } });
  });

  it('has those texts alone that the presenter let the room read, spotlit or not', () => {
    const played = session(pain);
    for (const [who, text] of [
      ['a', 'The tests'],
      ['b', 'My boss'],
      ['c', 'The builds'],
    ] as const) {
      played.answer(who, 'pain', { choice: null, text });
    }
    const none = reportOf(played.state);
    expect(told(none, 'pain')).toMatchObject({ answered: 3, tally: { words: [] } });
    for (const control of [
      { approve: 'The tests' },
      { approve: 'The builds' },
      { spotlight: 'The builds' },
    ]) {
      const texts = played.activityState('pain');
      const key = Object.values(control)[0] ?? '';
      const [verb = ''] = Object.keys(control);
      played.do({
        type: 'activity:control',
        activity: texts.activity.id,
        control: { [verb]: `:${key}` },
      });
    }
    const report = reportOf(played.state);
    expect(JSON.stringify(report)).not.toContain('boss');
    expect(told(report, 'pain').tally).toMatchObject({
      words: [{ text: 'The builds' }, { text: 'The tests' }],
    });
    expect(told(report, 'pain').tally).not.toHaveProperty('spotlight');
  });

  it('tells no correct answer that was not revealed', () => {
    const played = session(capital);
    played.answer('a', 'capital', { choices: [1] });
    const before = told(reportOf(played.state), 'capital');
    expect(before.correctAnswer).toBeNull();
    expect(JSON.stringify(before)).not.toContain('built');
    played.do({ type: 'activity:reveal-answer', activity: 'capital' });
    expect(told(reportOf(played.state), 'capital').correctAnswer).toMatchObject({ right: [1] });
  });

  it('leaves out what was never asked, and counts what was taken out of the talk', () => {
    const played = session(tea, pain);
    played.answer('a', 'tea', yes);
    const { deck } = played.state;
    const reworded = question('poll', { id: 'tea', question: 'Tea, now?', options: ['Yes', 'No'] });
    played.do({ type: 'deck:revise', deck: withQuestions(deck, reworded, pain) });
    const earlier = reportOf(played.state).questions.filter((one) => one.isEarlierWording);
    expect(earlier.map((one) => one.question)).toEqual(['Tea?']);
    played.do({ type: 'deck:revise', deck: withQuestions(deck, pain) });
    const report = reportOf(played.state);
    expect(report.questions).toEqual([]);
    expect(report).toMatchObject({ withdrawn: 1, people: 1 });
  });

  it('hides the pace of fewer than five people, for which no deck gives a number', () => {
    const channels = makeChannels({ names: ['pace'], reactions: [] }, 'en');
    const played = new PureSession({ ...smallDeck, channels });
    for (const who of ['a', 'b', 'c', 'd']) played.answer(who, 'pace', { signal: 'lost' });
    expect(reportOf(played.state).channels).toMatchObject([{ tally: null, hidden: 'too-few' }]);
    played.answer('e', 'pace', { signal: 'fast' });
    expect(reportOf(played.state).channels[0]?.tally).toHaveProperty('stretches');
  });
});

describe('[X10] the board of a report', () => {
  const scored = (first: number): Deck => {
    const deck = deckOf([{ title: 'Capital', activity: capital }, { title: 'So far' }]);
    const slides = deck.slides.map((slide, h) => (h === 1 ? { ...slide, board: first } : slide));
    const score = { names: 'made-up', teams: [], deal: false, speed: false } as const;
    return { ...deck, slides, score };
  };

  it('has the places that the room has seen, and none where it saw none', () => {
    const played = new PureSession(scored(1));
    played.show(0);
    played.answer('a', 'capital', { choices: [1] });
    played.answer('b', 'capital', { choices: [0] });
    played.do({ type: 'activity:reveal-answer', activity: 'capital' });
    expect(reportOf(played.state).board).toBeNull();
    played.show(1);
    expect(reportOf(played.state).board?.players).toMatchObject([{ place: 1, points: 100 }]);
  });
});

/** The same deck with these questions, a slide each. */
function withQuestions(deck: Deck, ...asked: (typeof tea)[]): Deck {
  return {
    ...deckOf(asked.map((activity) => ({ title: activity.id, activity }))),
    name: deck.name,
  };
}
