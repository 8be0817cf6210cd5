import { describe, expect, it } from 'vitest';
import { newsOf, type Seen } from './news.ts';

const asked: Seen = {
  ended: false,
  question: 'hours/1f/1',
  hasCorrectAnswer: false,
  hasTally: false,
};

describe('[V18] news on a phone', () => {
  it.each([
    ['of the room’s answers', { hasTally: true }, 'The room’s answers follow.'],
    ['of the correct answer', { hasCorrectAnswer: true }, 'The correct answer is revealed.'],
    [
      'of the correct answer first, if both come at once',
      { hasCorrectAnswer: true, hasTally: true },
      'The correct answer is revealed.',
    ],
    ['of the end', { ended: true, question: null }, 'The session has ended. Your page follows.'],
  ])('tell %s', (_, change, words) => {
    expect(newsOf(asked, { ...asked, ...change })).toBe(words);
  });

  it('tell that a session goes on that had ended', () => {
    expect(newsOf({ ...asked, ended: true, question: null }, asked)).toBe('The session goes on.');
  });

  it('are silent where nothing has come, and on a question that is announced by itself', () => {
    const solved = { ...asked, hasCorrectAnswer: true, hasTally: true };
    const other = { ...solved, question: 'days/2a/1' };
    expect(newsOf(solved, solved)).toBe('');
    expect(newsOf(solved, asked)).toBe('');
    expect(newsOf(asked, other)).toBe('');
    expect(newsOf(asked, { ...asked, question: null })).toBe('');
    expect(newsOf({ ...asked, ended: true }, { ...asked, ended: true })).toBe('');
  });
});
