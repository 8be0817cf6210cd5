import { describe, expect, it } from 'vitest';
import { nextLabel } from './next-label.ts';

const tea = { id: 'tea', question: 'Tea?', phase: 'open', revealed: false, answered: 3 } as const;
const deck = {
  slides: [
    { h: 0, v: 0, fragments: 3, title: 'Hello', activity: null },
    { h: 1, v: 0, fragments: 0, title: '', activity: 'tea' },
    { h: 2, v: 0, fragments: 0, title: 'Why?', activity: null },
  ],
};
const talk = { closingShown: false, selfPaced: false, activities: [tea] };
const to = (h: number, f = -1) => ({ h, v: 0, f });

describe('the label of Next', () => {
  it('announces that Next hides the join screen, and then the next step of the slide', () => {
    expect(nextLabel({ does: 'leave-join', to: to(0) }, deck, talk)).toMatch(
      /hides the join screen/,
    );
    expect(nextLabel({ does: 'build', to: to(0, 1) }, deck, talk)).toBe(
      'Next shows step 2 of 3 on this slide.',
    );
  });

  it.each([
    ['close', 'Next closes the question and reveals the results.'],
    ['reveal', 'Next reveals the results.'],
    ['reveal-answer', 'Next reveals the correct answer.'],
  ] as const)(
    'announces what Next does with a question that has a correct answer: %s',
    (what, words) => {
      expect(nextLabel({ does: 'act', what, activity: tea }, deck, talk)).toBe(words);
    },
  );

  it.each([{ answered: 0 }, { revealed: true }])(
    'announces that a question with nothing to reveal is closed: %o',
    (state) => {
      const activity = { ...tea, ...state };
      expect(nextLabel({ does: 'act', what: 'close', activity }, deck, talk)).toBe(
        'Next closes the question.',
      );
    },
  );

  it('names the next slide, by its question if it has no title', () => {
    expect(nextLabel({ does: 'go-on', to: to(1), activity: undefined, ways: [] }, deck, talk)).toBe(
      'Next goes to slide 2, Tea?',
    );
  });

  it('says what happens to a question that Next leaves behind', () => {
    const leave = (phase: 'waiting' | 'open' | 'closed', now = talk) =>
      nextLabel({ does: 'go-on', to: to(2), activity: { ...tea, phase }, ways: [] }, deck, now);
    expect(leave('open')).toBe('Next goes to slide 3, Why? This question stays open.');
    expect(leave('waiting')).toMatch(/has not been opened\.$/);
    expect(leave('closed')).toBe('Next goes to slide 3, Why?');
    expect(leave('open', { ...talk, selfPaced: true })).toBe('Next goes to slide 3, Why?');
  });

  it('[S78] says whose choice leads there, or that several are tied', () => {
    const way = (option: string, people: number) => ({ option, people, to: { h: 2, v: 0 } });
    const lead = (...ways: ReturnType<typeof way>[]) =>
      nextLabel({ does: 'go-on', to: to(2), activity: undefined, ways }, deck, talk);
    expect(lead(way('Uber', 5), way('Netflix', 3))).toMatch(/ The room chose “.?Uber.?”\.$/);
    expect(lead(way('Uber', 5), way('Netflix', 5))).toMatch(
      /“.?Uber.?” and “.?Netflix.?” are tied\.$/,
    );
  });

  it('says at the end that there is nothing more', () => {
    expect(nextLabel({ does: 'nothing' }, deck, talk)).toBe('This is the end of the deck.');
  });

  it('[P19] announces the closing slide, and on it the way back to the slide', () => {
    expect(nextLabel({ does: 'show-closing' }, deck, talk)).toBe('Next shows the closing slide.');
    const closing = { ...talk, closingShown: true };
    expect(nextLabel({ does: 'nothing' }, deck, closing)).toMatch(/Back shows the slide again/);
  });
});
