import { describe, expect, it } from 'vitest';
import type { AnswerState } from '../../client/sessions/attendee-session.ts';
import { answerLabel } from './answer-labels.ts';

const poll = { phase: 'open', hasCorrectAnswer: false, correctAnswer: null } as const;
const quiz = { ...poll, hasCorrectAnswer: true } as const;
const recorded: AnswerState = { is: 'recorded', answer: 1 };
const none: AnswerState = { is: 'none' };

describe('the label of an answer', () => {
  it('says that the answer can be changed while the question is open', () => {
    expect(answerLabel(recorded, quiz)).toMatch(/^Recorded\. You can still change it/);
    expect(answerLabel(none, quiz)).toBe('');
  });

  it('[V20] counts what is recorded of an answer in parts, until nothing is missing', () => {
    const rated = (...ratings: (number | string | null)[]): AnswerState => ({
      is: 'recorded',
      answer: { ratings },
    });
    expect(answerLabel(rated(4, null, null), poll)).toBe(
      '1 of 3 recorded. You can still change it.',
    );
    expect(answerLabel(rated(4, 'cannot-say', null), { ...poll, phase: 'closed' })).toBe(
      'Closed. 2 of 3 recorded.',
    );
    expect(answerLabel(rated(4, 'cannot-say', 1), poll)).toBe('Recorded. You can still change it.');
  });

  it('says no number of an answer that is one whole', () => {
    for (const answer of [{ choices: [0, 2], other: null }, { choice: null, text: 'Ours' }, 1]) {
      expect(answerLabel({ is: 'recorded', answer }, poll)).toMatch(/^Recorded\./);
    }
  });

  it('announces the correct answer once its question has closed', () => {
    const closed = { ...quiz, phase: 'closed' } as const;
    expect(answerLabel(recorded, closed)).toMatch(
      /^Closed\. Your answer is recorded\. The correct answer appears here/,
    );
    expect(answerLabel(none, closed)).toMatch(
      /^Closed\. You did not answer\. The correct answer appears here/,
    );
    expect(answerLabel(recorded, { ...closed, correctAnswer: {} })).toBe(
      'Closed. Your answer is recorded.',
    );
  });

  it('[V9] [S10] says why an answer is not recorded yet, and that it will be sent again', () => {
    const error = { name: 'full', message: 'The disk is full.', retryAfter: 3 } as const;
    const words = answerLabel({ is: 'delayed', answer: 1, error }, poll);
    expect(words).toMatch(/^Not recorded yet: The disk is full\..*sent again automatically/);
  });

  it('[V9] says "Not sent yet" while the screen shows something else than what is recorded', () => {
    const unsent = { obstacle: null };
    expect(answerLabel(none, poll, unsent)).toBe('Not sent yet.');
    expect(answerLabel(recorded, poll, unsent)).toBe(
      'Not sent yet. Your earlier answer is recorded.',
    );
    const kept = { is: 'kept', answer: 1 } as const;
    expect(answerLabel(kept, poll, unsent)).toBe(
      'Not sent yet. Your earlier answer is not yet recorded.',
    );
    expect(answerLabel(recorded, poll, { obstacle: 'Choose one more to send.' })).toBe(
      'Choose one more to send. Your earlier answer is recorded.',
    );
  });

  it('[V9] says what counts once a question has closed over a draft', () => {
    const closed = { ...poll, phase: 'closed' } as const;
    const unsent = { obstacle: null };
    expect(answerLabel(none, closed, unsent)).toBe('Closed. Your answer was not sent.');
    expect(answerLabel(recorded, closed, unsent)).toBe(
      'Closed. Your answer is recorded. Your later changes were not sent.',
    );
  });

  it('[V9] says why a draft was refused, as long as it is the one on the screen', () => {
    const error = { name: 'slow-down', message: 'Too many answers.' } as const;
    const refused = { is: 'refused', answer: null, error } as const;
    expect(answerLabel(refused, poll, { obstacle: null })).toBe('Not recorded: Too many answers.');
  });

  it('promises no correct answer to a question without one', () => {
    expect(answerLabel(recorded, { ...poll, phase: 'closed' })).toBe(
      'Closed. Your answer is recorded.',
    );
    expect(answerLabel(none, { ...poll, phase: 'closed' })).toBe('Closed. You did not answer.');
  });
});
