import type { PartialAnswers } from '../../lib/stepwise-answers.ts';

/** Something that an attendee may match. */
export type MatchCase = {
  readonly name: string;
  /** One of the theme's accents, from 1. */
  readonly accent: number;
  /** A note shown with this case as a match; or empty. */
  readonly note: string;
};

export type MatchOption = {
  readonly text: string;
  /** Points that choosing it gives to each case, by its index. */
  readonly points: readonly number[];
  /** A warning for attendees who choose it; or empty. */
  readonly warning: string;
};

export type MatchQuestion = { readonly ask: string; readonly options: readonly MatchOption[] };

export type MatchContent = {
  readonly cases: readonly MatchCase[];
  readonly questions: readonly MatchQuestion[];
};

/** For each question the place of the option that was chosen, from 0; null: not answered yet. */
export type Choices = PartialAnswers<number>;

/** Attendees for each verdict, of those who have answered every question. */
export type MatchRoom = {
  readonly clear: readonly number[];
  readonly between: readonly number[];
  readonly none: number;
};
