import type { Spread } from '../../lib/stats.ts';

/** One thing to rate. */
export type RatingRow = {
  /** Short, for the charts. Empty where the question is the only row. */
  readonly label: string;
  /** The row's own question, or empty. */
  readonly ask: string;
  /** A description of each level in this row, from the lowest; or empty. */
  readonly descriptors: readonly string[];
  /** The next step from each level, from the lowest; or empty. */
  readonly steps: readonly string[];
  /** A case to look at, or empty. */
  readonly see: string;
};

export type RatingContent = {
  readonly rows: readonly RatingRow[];
  /** The lowest level; the scale goes up from it by ones. */
  readonly from: number;
  /** The name of each level, from the lowest; empty where a level has no name. */
  readonly levels: readonly string[];
  /** true: "can't say" is an answer too. */
  readonly cannotSay: boolean;
};

/** A level, "can't say", or null for a row that is not answered yet. */
export type Rating = number | 'cannot-say' | null;

/** One rating for each row. */
export type RatingAnswer = { readonly ratings: readonly Rating[] };

/** null for a row that too few have rated. */
export type RowShown = {
  readonly counts: readonly number[];
  readonly cannotSay: number;
  readonly spread: Spread;
} | null;

/** null where too few have answered. */
export type RatingShown = { readonly answers: number; readonly rows: readonly RowShown[] } | null;
