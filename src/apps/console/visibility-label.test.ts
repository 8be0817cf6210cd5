import { describe, expect, it } from 'vitest';
import { visibilityLabel } from './visibility-label.ts';

const question = {
  phase: 'open',
  revealed: true,
  correctAnswer: null,
  hidden: 'too-few',
  answered: 0,
  minAnswers: 1,
} as const;

describe('what the console says of the results in the room', () => {
  it('[S22] is when they will appear, while somebody may still answer', () => {
    expect(visibilityLabel(question)).toBe('Results appear with the first answer');
    expect(visibilityLabel({ ...question, minAnswers: 5 })).toBe(
      'Results appear once 5 have answered',
    );
  });

  it('[S22] is not that they will appear, once nobody can answer', () => {
    const closed = { ...question, phase: 'closed' } as const;
    expect(visibilityLabel(closed)).toBe('Nobody has answered');
    expect(visibilityLabel({ ...closed, answered: 4, minAnswers: 5 })).toBe(
      'Too few answers to show',
    );
  });
});
