import { describe, expect, it } from 'vitest';
import { conductingBeforeNext, nextConducting } from './conducting.ts';

const opinion = {
  phase: 'open',
  revealed: true,
  solvable: false,
  solution: null,
  answered: 3,
} as const;
const quiz = { ...opinion, solvable: true, revealed: false } as const;

describe('what comes next with a question', () => {
  it.each([
    ['waits', { ...opinion, phase: 'waiting' }, 'open'],
    ['is open', opinion, 'close'],
    ['is closed', { ...opinion, phase: 'closed' }, 'open'],
  ] as const)('of opinion that %s', (_, asked, next) => {
    expect(nextConducting(asked)).toBe(next);
    // A step on leaves it as it is: the talk goes on, and slow thumbs follow.
    expect(conductingBeforeNext(asked)).toBeNull();
  });

  it.each([
    ['is open', quiz, 'close'],
    ['is open, and nobody has answered', { ...quiz, answered: 0 }, 'solve'],
    ['is closed, its split hidden', { ...quiz, phase: 'closed' }, 'reveal'],
    ['is closed, its split shown', { ...quiz, phase: 'closed', revealed: true }, 'solve'],
    ['is solved', { ...quiz, phase: 'closed', revealed: true, solution: {} }, null],
  ] as const)('with a right answer that %s, for a step on as well', (_, asked, next) => {
    expect(nextConducting(asked)).toBe(next);
    expect(conductingBeforeNext(asked)).toBe(next);
  });

  it('with a right answer that waits for the console is to open it, and a step on passes it by', () => {
    const waiting = { ...quiz, phase: 'waiting' } as const;
    expect(nextConducting(waiting)).toBe('open');
    expect(conductingBeforeNext(waiting)).toBeNull();
  });
});
