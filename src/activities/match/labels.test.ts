import { describe, expect, it } from 'vitest';
import type { MatchContent } from './content.ts';
import { explanation, leadingCasesLabel, notEnoughLabel, restLabels } from './labels.ts';

const content: MatchContent = {
  cases: ['Netflix', 'Uber', 'AutoGPT'].map((name) => ({ name, accent: 1, note: '' })),
  questions: ['What hurts?', 'What do you own?'].map((ask) => ({ ask, options: [] })),
};

describe('the labels of a match', () => {
  const room = { clear: [9, 4, 0], between: [2, 3, 1], none: 2 };

  it('name the case that most match clearly, of those who have a result', () => {
    expect(leadingCasesLabel(content, room, 18)).toBe('Matched most often: Netflix, 9 of 18');
  });

  it('name all that lead together', () => {
    const two = { ...room, clear: [4, 4, 0] };
    expect(leadingCasesLabel(content, two, 13)).toBe(
      'Matched most often: Netflix and Uber, 4 of 13 each',
    );
    const three = { ...room, clear: [1, 1, 1] };
    expect(leadingCasesLabel(content, three, 8)).toBe(
      'Matched most often: Netflix, Uber and AutoGPT, 1 of 8 each',
    );
  });

  it('name nobody where nobody matches one case', () => {
    const nobody = { ...room, clear: [0, 0, 0] };
    expect(leadingCasesLabel(content, nobody, 5)).toBe('Nobody clearly matches a single case');
  });

  it('say once how many are between two cases, though they are shown at both', () => {
    expect(restLabels(room, 4)).toEqual([
      'Between two cases (shown at both): 3',
      'No clear match: 2',
      'Still answering: 4',
    ]);
    expect(restLabels({ ...room, between: [0, 0, 0], none: 0 }, 0)).toEqual(['No clear match: 0']);
  });

  it('say how many more it takes to show the room', () => {
    expect(notEnoughLabel(content, 0)).toBe('Nobody has answered all 2 questions yet.');
    expect(notEnoughLabel(content, 1)).toMatch(/^1 person has answered all 2 questions\./);
    expect(notEnoughLabel(content, 3)).toMatch(/^3 people have answered all 2 questions\./);
  });

  it('say by which rule a result is none, or between', () => {
    expect(explanation({ is: 'none' })).toMatch(/40%/);
    expect(explanation({ is: 'between', cases: [0, 1] })).toMatch(
      /^Nearly equal, less than 10% apart/,
    );
  });
});
