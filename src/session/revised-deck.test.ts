import { describe, expect, it } from 'vitest';
import { deckOf, maturity, question, smallDeck, tea } from '../../test/fixtures/small-deck.ts';
import { no, PureSession, yes } from '../../test/fixtures/pure-session.ts';
import type { Command } from './commands.ts';
import { report } from './results.ts';

describe('a deck that is revised during the talk', () => {
  const reworded = question('poll', { id: 'tea', question: 'Coffee?', options: ['Yes', 'No'] });
  const revise = (deck = smallDeck): Command => ({ type: 'deck:revise', deck });
  const asking = (activity: typeof tea) =>
    deckOf([
      { title: 'Title' },
      { title: 'First', activity },
      { title: 'Third', activity: maturity },
    ]);

  it('[S14] changes nothing where it says the same', () => {
    expect(new PureSession().do(revise())).toEqual([]);
  });

  it('[S9] keeps the answers to questions that read the same', () => {
    const session = new PureSession();
    session.show(1);
    session.answer('a', 'tea', yes);
    session.do(revise(asking(tea)));
    expect(session.activityState('tea').tally).toMatchObject({ counts: [1, 0] });
    expect(session.activityState('tea').phase).toBe('open');
  });

  it('[S9] never merges answers to two wordings, and keeps both', () => {
    const session = new PureSession();
    session.show(1);
    session.answer('a', 'tea', yes);
    session.do(revise(asking(reworded)));
    expect(session.activityState('tea').tally).toMatchObject({ answers: 0 });
    session.answer('b', 'tea', no);
    const rows = report(session.state).rows.map(({ question: asked, choice, status, attendee }) => [
      asked,
      choice,
      status,
      attendee,
    ]);
    expect(rows).toEqual([
      ['Coffee?', 'No', 'current', 'b'],
      ['Tea?', 'Yes', 'superseded', 'a'],
    ]);
  });

  it('[S9] takes answers up again where the earlier wording comes back', () => {
    const session = new PureSession();
    session.show(1);
    session.answer('a', 'tea', yes);
    session.do(revise(asking(reworded)));
    session.do(revise(asking(tea)));
    expect(session.activityState('tea').tally).toMatchObject({ counts: [1, 0] });
    expect(session.state.superseded).toEqual([]);
  });

  it('[P4] lets nobody answer a question whose earlier wording, and its answer, they know', () => {
    const quiz = { id: 'capital', options: ['Sydney', 'Canberra'], answer: 2 };
    const before = question('quiz', { ...quiz, question: 'The capital of Australia?' });
    const after = question('quiz', { ...quiz, question: 'Australia’s capital?' });
    const session = new PureSession(asking(before));
    session.show(1);
    session.answer('a', 'capital', { choices: [0] });
    session.do({ type: 'activity:reveal-answer', activity: 'capital' });
    session.do(revise(asking(after)));
    session.do({ type: 'activity:open', activity: 'capital' });
    expect(session.answer('b', 'capital', { choices: [1] })).toEqual(['answer:given']);
    session.do(revise(asking(before)));
    expect(session.answer('b', 'capital', { choices: [1] })).toBe('not-open');
  });

  it('[S16] counts down as it did before', () => {
    const timed = { id: 'tea', options: ['Yes', 'No'], 'close-after': 20 };
    const session = new PureSession(asking(question('poll', { ...timed, question: 'Tea?' })));
    session.show(1);
    const { closesAt } = session.activityState('tea');
    session.do(revise(asking(question('poll', { ...timed, question: 'Coffee?' }))));
    expect(closesAt).not.toBeNull();
    expect(session.activityState('tea').closesAt).toBe(closesAt);
  });

  it('[S9] [S72] keeps the answers to a question that was taken out, as withdrawn', () => {
    const session = new PureSession();
    session.show(1);
    session.answer('a', 'tea', yes);
    session.do(revise(deckOf([{ title: 'Title' }])));
    expect(report(session.state).rows).toMatchObject([{ activity: 'tea', status: 'withdrawn' }]);
  });

  it('[S16] stays on the slide that it shows, wherever that moved', () => {
    const session = new PureSession();
    session.show(5);
    session.do(revise(deckOf([{ title: 'New' }, { title: 'End' }, { title: 'After' }])));
    expect(session.state.position).toEqual({ h: 1, v: 0, f: -1 });
  });

  it('[S15] stays at the place of a slide that was edited', () => {
    const session = new PureSession();
    session.show(2, 1);
    session.do(
      revise(deckOf([{ title: 'Title' }, { title: 'First' }, { title: 'Edited', fragments: 1 }])),
    );
    expect(session.state.position).toEqual({ h: 2, v: 0, f: 0 });
  });

  it('[S15] goes to the last slide where the place is gone', () => {
    const session = new PureSession();
    session.show(5);
    session.do(revise(deckOf([{ title: 'Only' }])));
    expect(session.state.position).toEqual({ h: 0, v: 0, f: -1 });
  });
});
