import type { PartialAnswers } from '../../lib/stepwise-answers.ts';

/** Something that an attendee may match. */
export type MatchCase = {
  readonly name: string;
  /** One of the theme's accents, from 1. */
  readonly accent: number;
  /** Said with this case wherever somebody is matched with it; or empty. */
  readonly note: string;
};

export type MatchOption = {
  readonly text: string;
  /** What choosing it gives to each case. */
  readonly points: readonly number[];
  /** Said to whoever chooses it; or empty. */
  readonly warning: string;
};

export type MatchQuestion = { readonly ask: string; readonly options: readonly MatchOption[] };

export type MatchContent = {
  readonly cases: readonly MatchCase[];
  readonly questions: readonly MatchQuestion[];
};

/** For each question the place of the option that was chosen, from 0; null: not answered yet. */
export type Choices = PartialAnswers<number>;

/** How those who have answered every question spread over the cases. */
export type MatchRoom = {
  readonly clear: readonly number[];
  readonly between: readonly number[];
  readonly none: number;
};
