/** Options to be put in order. */
export type RankingContent = {
  readonly options: readonly string[];
  /** The number of places that an attendee gives, from 1; as many as there are options: all. */
  readonly top: number;
};

export type RankingAnswer = {
  /** Indices into `options`, the first place first; `top` of them. */
  readonly order: readonly number[];
};

/** The room's answers to one option. Places count from 1. */
export type RankedShown = {
  /** Attendees for each place that can be given. The others did not place it. */
  readonly counts: readonly number[];
  readonly points: number;
  /** The mean place. Not to be placed counts as the mean of the places that are left. */
  readonly mean: number;
  /** The places between which the middle half of the answers lie; not rounded. */
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
};

/** In the order of the options; null where too few have answered. */
export type RankingShown = {
  readonly answers: number;
  readonly options: readonly RankedShown[];
} | null;
