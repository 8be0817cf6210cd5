import type { ComparedMeasure, ComparedQuestion } from './compare-sessions.ts';
import type { Difference, ItemFigures } from './compared-items.ts';

/** A difference between two sessions whose 95% interval leaves out that there is none. */
export type ClearDifference = {
  readonly question: ComparedQuestion;
  readonly measured: ComparedMeasure;
  /** The item's name; '' where the question is its own only item. */
  readonly item: string;
  /** The place of its session among all, from 0. */
  readonly session: number;
  readonly figures: ItemFigures;
  readonly difference: Difference;
  /** The value of the session to which the difference is. */
  readonly before: number;
};

/** The clear differences of a comparison, the largest by their scales first, and the number of all that were reckoned. */
export function clearDifferences(questions: readonly ComparedQuestion[]): {
  readonly clear: readonly ClearDifference[];
  readonly reckoned: number;
} {
  const all = questions.flatMap((question) => differencesOf(question));
  const clear = all.filter(
    ({ difference: { interval } }) => interval !== null && isClear(interval),
  );
  return { clear: clear.sort((one, other) => sizeOf(other) - sizeOf(one)), reckoned: all.length };
}

function differencesOf(question: ComparedQuestion): ClearDifference[] {
  const { measured } = question;
  if (measured === null) return [];
  return measured.items.flatMap(({ item, sessions }) =>
    sessions.flatMap((figures, session) => {
      const difference = figures?.difference ?? null;
      if (figures === null || difference?.interval == null) return [];
      const before = figures.value - difference.value;
      return [{ question, measured, item, session, figures, difference, before }];
    }),
  );
}

function isClear({ low, high }: { readonly low: number; readonly high: number }): boolean {
  return low > 0 || high < 0;
}

/** The difference as a part of its scale. */
function sizeOf({ measured: { scale }, difference }: ClearDifference): number {
  return Math.abs(difference.value / (scale[1] - scale[0]));
}
