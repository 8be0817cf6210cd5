import { describe, expect, it } from 'vitest';
import type { MatchContent } from './content.ts';
import { nearestTwo, ranked, scoredChoices, verdictOf } from './scores.ts';

const [NETFLIX, UBER, OPENAI, , AUTOGPT] = [0, 1, 2, 3, 4] as const;

/** The module's matcher: for each question, what each option gives to which case. */
const pioneers = contentOf('NUOAG', [
  ['N3', 'U3', 'O3', 'A3', 'G3'],
  ['N2 U1', 'U3', 'O2 A2', 'G3'],
  ['N1 O1 A1 G1', 'N2', 'U3'],
  ['N1 U2', 'O3', 'A3', 'G2'],
  ['N1 U1', 'O2', 'A3', 'G1 A1'],
  ['N3', 'U3', 'O2 A1', 'G2'],
  ['N2', 'U2', 'O3', 'A3', 'G3'],
]);

describe('the most that a case can get', () => {
  it('is what the best option of each question gives it, and differs from case to case', () => {
    const all = ranked(
      pioneers,
      pioneers.questions.map(() => null),
    );
    expect(all.map(({ of }) => of)).toEqual([14, 17, 16, 16, 15]);
  });

  it('is reached by always choosing the option that gives that case most', () => {
    expect(ranked(pioneers, [0, 0, 1, 0, 0, 0, 0])[0]).toEqual({
      case: NETFLIX,
      points: 14,
      of: 14,
    });
    expect(ranked(pioneers, [4, 3, 0, 3, 3, 3, 4])[0]).toEqual({
      case: AUTOGPT,
      points: 15,
      of: 15,
    });
  });
});

describe('the ranking', () => {
  it('goes by the share of each case’s own maximum, not by points', () => {
    const content = contentOf('AB', [['A2 B3', 'B5'], ['A1']]);
    expect(ranked(content, [0, null])).toEqual([
      { case: 0, points: 2, of: 3 },
      { case: 1, points: 3, of: 5 },
    ]);
  });

  it('puts the first in the content first where shares are equal', () => {
    const content = contentOf('ABC', [['A1 B2 C1'], ['A1 B2 C1']]);
    expect(ranked(content, [0, null]).map((score) => score.case)).toEqual([0, 1, 2]);
  });

  it('leaves out of the nearest two what nothing speaks for', () => {
    const content = contentOf('ABC', [['A1', 'B1', 'C1']]);
    expect(nearestTwo(content, [1])).toEqual([{ case: 1, points: 1, of: 1 }]);
    expect(nearestTwo(pioneers, [0, 0, 2, 1, 1, 1, 1])).toHaveLength(2);
  });
});

describe('the verdict', () => {
  it('waits for the last answer', () => {
    expect(verdictOf(pioneers, [0, 0, 1, 0, 0, 0, null])).toBeNull();
    expect(verdictOf(pioneers, [0, 0, 1, 0, 0, 0, 0])).toEqual({ is: 'clear', case: NETFLIX });
  });

  it('is between two cases that are less than 10 percentage points apart', () => {
    // Uber 8 of 17 is 47.1%, OpenAI 8 of 16 is 50%.
    expect(verdictOf(pioneers, [1, 1, 0, 1, 1, 2, 1])).toEqual({
      is: 'between',
      cases: [OPENAI, UBER],
    });
  });

  it('is between two cases that are equal, in the order of the content', () => {
    expect(verdictOf(contentOf('ABC', [['B1 C1', 'A1']]), [0])).toEqual({
      is: 'between',
      cases: [1, 2],
    });
  });

  it.each([
    ['10 points apart is clear', 'A6 B5', { is: 'clear', case: 0 }],
    ['9 points apart is between', 'A60 B51', { is: 'between', cases: [0, 1] }],
    ['11 points apart is clear', 'A60 B49', { is: 'clear', case: 0 }],
  ])('is exact at the boundary: %s', (_, points, verdict) => {
    const most = points.includes('60') ? 'A100 B100' : 'A10 B10';
    expect(verdictOf(contentOf('AB', [[points, most]]), [0])).toEqual(verdict);
  });

  it('is exact where shares cannot be written as decimals', () => {
    // 3/7 − 23/70 is a tenth, and in floating point 0.09999999999999998.
    const content = contentOf('AB', [['A3 B23', 'A7 B70']]);
    expect(verdictOf(content, [0])).toEqual({ is: 'clear', case: 0 });
  });

  it.each([
    ['40% is a match', 'A2', { is: 'clear', case: 0 }],
    ['less is none', 'A1', { is: 'none' }],
    ['less is none, even where two are as near', 'A1 B1', { is: 'none' }],
    ['40% twice is between', 'A2 B2', { is: 'between', cases: [0, 1] }],
    ['nothing at all is none', '', { is: 'none' }],
  ])('needs 40% of the maximum: %s', (_, points, verdict) => {
    expect(verdictOf(contentOf('AB', [[points, 'A5 B5']]), [0])).toEqual(verdict);
  });
});

describe('the reasons for a case', () => {
  it('are the three choices that gave it most, and of equal ones the earlier', () => {
    const reasons = scoredChoices(pioneers, [0, 0, 1, 0, 0, 0, 0], NETFLIX);
    expect(reasons.map(({ ask, points }) => `${ask}: ${points}`)).toEqual([
      'Question 1: 3',
      'Question 6: 3',
      'Question 2: 2',
    ]);
  });

  it('are fewer where fewer choices speak for it', () => {
    expect(scoredChoices(pioneers, [0, 0, 1, 0, 0, 0, 0], UBER)).toEqual([
      { ask: 'Question 4', text: 'N1 U2', points: 2 },
      { ask: 'Question 2', text: 'N2 U1', points: 1 },
      { ask: 'Question 5', text: 'N1 U1', points: 1 },
    ]);
    expect(scoredChoices(pioneers, [0, 0, 1, 0, 0, 0, 0], OPENAI)).toEqual([]);
  });

  it('come from what is answered so far', () => {
    expect(scoredChoices(pioneers, [null, 2, null, null, null, null, null], OPENAI)).toHaveLength(
      1,
    );
  });
});

/** A content from the initials of its cases and "N2 U1" for what an option gives to which. */
function contentOf(initials: string, questions: readonly (readonly string[])[]): MatchContent {
  const cases = [...initials].map((name, place) => ({ name, accent: place + 1, note: '' }));
  return {
    cases,
    questions: questions.map((options, question) => ({
      ask: `Question ${question + 1}`,
      options: options.map((text) => ({
        text,
        warning: '',
        points: cases.map(({ name }) => Number(new RegExp(`${name}(\\d+)`).exec(text)?.[1] ?? 0)),
      })),
    })),
  };
}
