/** Options over which each attendee gives out the same number of points. */
export type PointsContent = {
  readonly options: readonly string[];
  /** The points that each attendee gives out, all of them. */
  readonly total: number;
  /** The points of an option are a multiple of this, and so is the total. */
  readonly step: number;
};

export type PointsAnswer = {
  /** The points of each option; together the total. */
  readonly points: readonly number[];
};

/** null where too few have answered. */
export type PointsShown = {
  readonly answers: number;
  /** One for each option. */
  readonly options: readonly OptionShown[];
} | null;

export type OptionShown = {
  readonly mean: number;
  /** The ends of the 95% interval of the mean, within 0 to the total; null for too few answers. */
  readonly interval: { readonly low: number; readonly high: number } | null;
};
