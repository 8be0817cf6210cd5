import type { Choices, MatchContent } from './content.ts';

/** The points that a case got, and the most that it could get. */
export type Score = {
  /** The case's index in the content. */
  readonly case: number;
  readonly points: number;
  readonly of: number;
};

/** The result of complete choices. Cases are named by their indices. */
export type Verdict =
  | { readonly is: 'clear'; readonly case: number }
  | { readonly is: 'between'; readonly cases: readonly [number, number] }
  | { readonly is: 'none' };

/** A choice that speaks for a case. */
export type Reason = { readonly ask: string; readonly text: string; readonly points: number };

/** The least share of its maximum with which a case is a match, in percent. */
export const LEAST_PERCENT = 40;
/** The least lead for a clear match, in percentage points; with a smaller one it is between two. */
export const APART_PERCENT = 10;
const MOST_REASONS = 3;

/**
 * All cases, the nearest first: by the share of their own maximum, which is the sum of the best
 * that each question gives them. Of equal ones, the first in the content comes first.
 */
export function ranked({ cases, questions }: MatchContent, choices: Choices): Score[] {
  const of = mostPoints(cases, questions);
  const scores = cases.map((_, place): Score => {
    const given = questions.map(
      ({ options }, question) => options[choices[question] ?? -1]?.points[place] ?? 0,
    );
    return { case: place, points: sum(given), of: of[place] ?? 0 };
  });
  // Multiplied out, and so is all that compares shares: whole numbers have no rounding at a boundary.
  return scores.sort((a, b) => b.points * a.of - a.points * b.of);
}

/** Of questions that were met before: they are the same for thousands of answers. */
const known = new WeakMap<MatchContent['questions'], readonly number[]>();

/** The most points that each case can get. */
function mostPoints(
  cases: MatchContent['cases'],
  questions: MatchContent['questions'],
): readonly number[] {
  const met = known.get(questions);
  if (met !== undefined) return met;
  const most = cases.map((_, place) =>
    sum(
      questions.map(({ options }) =>
        Math.max(0, ...options.map(({ points }) => points[place] ?? 0)),
      ),
    ),
  );
  known.set(questions, most);
  return most;
}

/** The verdict of complete choices; null while a question is not answered. */
export function verdictOf(content: MatchContent, choices: Choices): Verdict | null {
  if (choices.includes(null)) return null;
  const [first, second] = ranked(content, choices);
  if (first === undefined || second === undefined) return null;
  if (100 * first.points < LEAST_PERCENT * first.of) return { is: 'none' };
  const ahead = first.points * second.of - second.points * first.of;
  return 100 * ahead < APART_PERCENT * first.of * second.of
    ? { is: 'between', cases: [first.case, second.case] }
    : { is: 'clear', case: first.case };
}

/** The two nearest cases, without those that got no points. */
export function nearestTwo(content: MatchContent, choices: Choices): Score[] {
  return ranked(content, choices)
    .slice(0, 2)
    .filter(({ points }) => points > 0);
}

/** The choices that gave a case most points, three at most; of equal ones, the earlier first. */
export function scoredChoices(
  { questions }: MatchContent,
  choices: Choices,
  place: number,
): Reason[] {
  return questions
    .flatMap(({ ask, options }, question): Reason[] => {
      const chosen = options[choices[question] ?? -1];
      const points = chosen?.points[place] ?? 0;
      return chosen === undefined || points === 0 ? [] : [{ ask, text: chosen.text, points }];
    })
    .sort((a, b) => b.points - a.points)
    .slice(0, MOST_REASONS);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
