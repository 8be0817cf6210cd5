/** Options that are judged in pairs. */
export type CompareContent = {
  readonly options: readonly string[];
  /** The address of each option's picture, or empty; no entry where none has one. */
  readonly pictures: readonly string[];
  /** The number of pairs that each attendee is asked. */
  readonly pairs: number;
};

/** The judgement of a pair. */
export type Outcome = 'first' | 'second' | 'same';

/** Two options by their indices, the lower one first, and the judgement. */
export type Judgement = readonly [first: number, second: number, outcome: Outcome];

/** Judgements in the order of their pairs; then null for each pair that is not judged yet. */
export type CompareAnswer = { readonly judgements: readonly (Judgement | null)[] };

/** null where too few have answered. */
export type CompareShown = {
  readonly answers: number;
  /** The pairs judged by all of them together. */
  readonly judged: number;
  /** One for each option. */
  readonly options: readonly ComparedShown[];
} | null;

/** The room's judgement of one option. */
export type ComparedShown = {
  /** The chance to win against an average option, in percent. */
  readonly chance: number;
  /** The ends of the 95% interval of the chance. */
  readonly low: number;
  readonly high: number;
  /** The indices of the options that it is ahead of: the 95% interval of the difference is above 0. */
  readonly ahead: readonly number[];
};
