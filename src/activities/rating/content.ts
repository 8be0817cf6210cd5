/** One thing to rate. */
export type RatingRow = {
  /** Short: it stands at the charts. Empty where the question is the only row. */
  readonly label: string;
  /** The row's own question, or empty. */
  readonly ask: string;
  /** What each level means in this row, from the lowest; empty where nothing is said. */
  readonly descriptors: readonly string[];
  /** What to do next from each level, from the lowest; empty where nothing is suggested. */
  readonly steps: readonly string[];
  /** Which case to look at, or empty. */
  readonly see: string;
};

export type RatingContent = {
  readonly rows: readonly RatingRow[];
  /** The lowest level; the scale goes up from it by ones. */
  readonly from: number;
  /** The name of each level, from the lowest; empty where a level has no name. */
  readonly levels: readonly string[];
  /** Whether an attendee may say that they can't say. */
  readonly cannotSay: boolean;
};

/** A level, or that one can't say, or null for a row not answered yet. */
export type Rating = number | 'cannot-say' | null;

/** One rating for each row. */
export type RatingAnswer = { readonly ratings: readonly Rating[] };
