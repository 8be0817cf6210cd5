import { describe, expect, it } from 'vitest';
import type { AnswerState } from '../../client/sessions/attendee-session.ts';
import { answerLabel } from './answer-labels.ts';

const poll = { phase: 'open', hasCorrectAnswer: false, correctAnswer: null } as const;
const quiz = { ...poll, hasCorrectAnswer: true } as const;
const recorded: AnswerState = { is: 'recorded', answer: 1 };
const none: AnswerState = { is: 'none' };

describe('what a phone says of an answer', () => {
  it('is that it can be changed, while it can', () => {
    expect(answerLabel(recorded, quiz)).toMatch(/^Recorded\. You can change it/);
    expect(answerLabel(none, quiz)).toBe('');
  });

  it('is what comes next, once a question with a right answer has closed', () => {
    const closed = { ...quiz, phase: 'closed' } as const;
    expect(answerLabel(recorded, closed)).toMatch(/^Recorded\. The correct answer appears here/);
    expect(answerLabel(none, closed)).toMatch(/closed\. The correct answer appears here/);
    expect(answerLabel(recorded, { ...closed, correctAnswer: {} })).toBe('Recorded.');
  });

  it('[V9] [S10] is why it is not recorded yet, and that nothing need be done', () => {
    const error = { name: 'full', message: 'The disk is full.', retryAfter: 3 };
    const words = answerLabel({ is: 'delayed', answer: 1, error }, poll);
    expect(words).toMatch(/^Not recorded yet: The disk is full\..*sent again automatically/);
  });

  it('promises nothing where nothing is right or wrong', () => {
    expect(answerLabel(recorded, { ...poll, phase: 'closed' })).toBe('Recorded.');
    expect(answerLabel(none, { ...poll, phase: 'closed' })).toBe('This question is closed.');
  });
});
