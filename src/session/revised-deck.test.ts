import { describe, expect, it } from 'vitest';
import { deckOf, maturity, question, smallDeck, tea } from '../../test/fixtures/small-deck.ts';
import { no, Talk, yes } from '../../test/fixtures/talk.ts';
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
    expect(new Talk().do(revise())).toEqual([]);
  });

  it('[S9] keeps the answers to questions that read the same', () => {
    const talk = new Talk();
    talk.show(1);
    talk.answer('a', 'tea', yes);
    talk.do(revise(asking(tea)));
    expect(talk.activityState('tea').tally).toMatchObject({ counts: [1, 0] });
    expect(talk.activityState('tea').phase).toBe('open');
  });

  it('[S9] never merges answers to two wordings, and keeps both', () => {
    const talk = new Talk();
    talk.show(1);
    talk.answer('a', 'tea', yes);
    talk.do(revise(asking(reworded)));
    expect(talk.activityState('tea').tally).toMatchObject({ answers: 0 });
    talk.answer('b', 'tea', no);
    const rows = report(talk.state).rows.map(({ question: asked, choice, status, attendee }) => [
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
    const talk = new Talk();
    talk.show(1);
    talk.answer('a', 'tea', yes);
    talk.do(revise(asking(reworded)));
    talk.do(revise(asking(tea)));
    expect(talk.activityState('tea').tally).toMatchObject({ counts: [1, 0] });
    expect(talk.state.superseded).toEqual([]);
  });

  it('[P4] lets nobody answer a question whose earlier wording, and its answer, they know', () => {
    const quiz = { id: 'capital', options: ['Sydney', 'Canberra'], answer: 2 };
    const before = question('quiz', { ...quiz, question: 'The capital of Australia?' });
    const after = question('quiz', { ...quiz, question: 'Australia’s capital?' });
    const talk = new Talk(asking(before));
    talk.show(1);
    talk.answer('a', 'capital', { choices: [0] });
    talk.do({ type: 'activity:reveal-answer', activity: 'capital' });
    talk.do(revise(asking(after)));
    talk.do({ type: 'activity:open', activity: 'capital' });
    expect(talk.answer('b', 'capital', { choices: [1] })).toEqual(['answer:given']);
    talk.do(revise(asking(before)));
    expect(talk.answer('b', 'capital', { choices: [1] })).toBe('not-open');
  });

  it('[S16] counts down as it did before', () => {
    const timed = { id: 'tea', options: ['Yes', 'No'], 'close-after': 20 };
    const talk = new Talk(asking(question('poll', { ...timed, question: 'Tea?' })));
    talk.show(1);
    const { closesAt } = talk.activityState('tea');
    talk.do(revise(asking(question('poll', { ...timed, question: 'Coffee?' }))));
    expect(closesAt).not.toBeNull();
    expect(talk.activityState('tea').closesAt).toBe(closesAt);
  });

  it('[S9] keeps the answers to a question that was taken out', () => {
    const talk = new Talk();
    talk.show(1);
    talk.answer('a', 'tea', yes);
    talk.do(revise(deckOf([{ title: 'Title' }])));
    expect(report(talk.state).rows).toMatchObject([{ activity: 'tea', status: 'superseded' }]);
  });

  it('[S16] stays on the slide that it shows, wherever that moved', () => {
    const talk = new Talk();
    talk.show(5);
    talk.do(revise(deckOf([{ title: 'New' }, { title: 'End' }, { title: 'After' }])));
    expect(talk.state.position).toEqual({ h: 1, v: 0, f: -1 });
  });

  it('[S15] stays at the place of a slide that was edited', () => {
    const talk = new Talk();
    talk.show(2, 1);
    talk.do(
      revise(deckOf([{ title: 'Title' }, { title: 'First' }, { title: 'Edited', fragments: 1 }])),
    );
    expect(talk.state.position).toEqual({ h: 2, v: 0, f: 0 });
  });

  it('[S15] goes to the last slide where the place is gone', () => {
    const talk = new Talk();
    talk.show(5);
    talk.do(revise(deckOf([{ title: 'Only' }])));
    expect(talk.state.position).toEqual({ h: 0, v: 0, f: -1 });
  });
});
