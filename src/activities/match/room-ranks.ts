import type { MatchRoom } from './content.ts';

/** The cases by their indices, those that most match clearly first; equal ones in the author's order. */
export function rankedCases({ clear }: MatchRoom): number[] {
  return clear.map((_, place) => place).sort((a, b) => (clear[b] ?? 0) - (clear[a] ?? 0));
}
