import { describe, expect, it } from 'vitest';
import { actionBeforeNext, nextAction, stepOn } from './next-action.ts';

const opinion = {
  phase: 'open',
  revealed: true,
  hasCorrectAnswer: false,
  correctAnswer: null,
  answered: 3,
} as const;
const quiz = { ...opinion, hasCorrectAnswer: true, revealed: false } as const;

describe('the next action on a question', () => {
  it.each([
    ['waits', { ...opinion, phase: 'waiting' }, 'open'],
    ['is open', opinion, 'close'],
    ['is closed', { ...opinion, phase: 'closed' }, 'open'],
  ] as const)('of opinion that %s', (_, activity, next) => {
    expect(nextAction(activity)).toBe(next);
    // The talk goes on and leaves it open: slow thumbs still count.
    expect(actionBeforeNext(activity)).toBeNull();
  });

  it.each([
    ['is open', quiz, 'close'],
    ['is open, and nobody has answered', { ...quiz, answered: 0 }, 'close'],
    ['is closed, its split hidden', { ...quiz, phase: 'closed' }, 'reveal'],
    ['is closed, its split shown', { ...quiz, phase: 'closed', revealed: true }, 'reveal-answer'],
    [
      'has its correct answer revealed',
      { ...quiz, phase: 'closed', revealed: true, correctAnswer: {} },
      null,
    ],
  ] as const)(
    'with a correct answer that %s, for the next step of the talk as well',
    (_, activity, next) => {
      expect(nextAction(activity)).toBe(next);
      expect(actionBeforeNext(activity)).toBe(next);
    },
  );

  it('with a correct answer that nobody has answered is to reveal it, by its own button only', () => {
    const unanswered = { ...quiz, phase: 'closed', answered: 0 } as const;
    expect(nextAction(unanswered)).toBe('reveal-answer');
    expect(actionBeforeNext(unanswered)).toBeNull();
  });

  it('with a correct answer that waits for the console is to open it, and the next step of the talk passes it by', () => {
    const waiting = { ...quiz, phase: 'waiting' } as const;
    expect(nextAction(waiting)).toBe('open');
    expect(actionBeforeNext(waiting)).toBeNull();
  });
});

describe('the next step of a talk', () => {
  const deck = {
    slides: [
      { h: 0, v: 0, fragments: 2, activity: null },
      { h: 1, v: 0, fragments: 0, activity: 'tea' },
      { h: 1, v: 1, fragments: 0, activity: 'quiz' },
    ],
  };
  const tea = { ...opinion, id: 'tea' };
  const activity = { ...quiz, id: 'quiz' };
  const at = (h: number, v: number, f = -1) => ({
    position: { h, v, f },
    joinShown: false,
    closingShown: false,
    blanked: false,
    ended: false,
    ways: [],
    activities: [tea, activity],
  });

  it('first takes the join screen off the stage', () => {
    expect(stepOn(deck, { ...at(0, 0), joinShown: true })).toEqual({
      does: 'leave-join',
      to: { h: 0, v: 0, f: -1 },
    });
  });

  it('[P14] ends a blank before anything else, also over the join screen', () => {
    const blank = { ...at(0, 0), joinShown: true, blanked: true };
    expect(stepOn(deck, blank)).toEqual({ does: 'end-blank' });
    const closing = { ...blank, ended: true, joinShown: false, closingShown: true };
    expect(stepOn(deck, closing)).toEqual({ does: 'end-blank' });
  });

  it('builds a slide up before it leaves it', () => {
    expect(stepOn(deck, at(0, 0, 0))).toEqual({ does: 'build', to: { h: 0, v: 0, f: 1 } });
    const to = { h: 1, v: 0, f: -1 };
    expect(stepOn(deck, at(0, 0, 1))).toEqual({ does: 'go-on', to, activity: undefined, ways: [] });
  });

  it('leaves a question of opinion open behind it', () => {
    const to = { h: 1, v: 1, f: -1 };
    expect(stepOn(deck, at(1, 0))).toEqual({ does: 'go-on', to, activity: tea, ways: [] });
  });

  it('leads through a question with a correct answer, on the last slide too', () => {
    expect(stepOn(deck, at(1, 1))).toEqual({ does: 'act', what: 'close', activity });
  });

  it('does nothing at the end of the talk', () => {
    const answerRevealed = {
      ...activity,
      phase: 'closed',
      revealed: true,
      correctAnswer: {},
    } as const;
    expect(stepOn(deck, { ...at(1, 1), activities: [answerRevealed] })).toEqual({
      does: 'nothing',
    });
  });

  it('[S44] [P19] after the end moves on, acts on no question, and comes to the closing slide', () => {
    const ended = (h: number, v: number, f = -1) => ({ ...at(h, v, f), ended: true });
    expect(stepOn(deck, ended(0, 0))).toEqual({ does: 'build', to: { h: 0, v: 0, f: 0 } });
    const to = { h: 1, v: 1, f: -1 };
    expect(stepOn(deck, ended(1, 0))).toEqual({ does: 'go-on', to, activity: undefined, ways: [] });
    expect(stepOn(deck, ended(1, 1))).toEqual({ does: 'show-closing' });
    expect(stepOn(deck, { ...ended(0, 0), closingShown: true })).toEqual({ does: 'nothing' });
  });
});
