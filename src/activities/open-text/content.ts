/** One's own words, perhaps with options to tap. */
export type OpenTextContent = {
  /** Empty where there is nothing to tap. */
  readonly options: readonly string[];
  /** The id of the question whose next steps an attendee may start from, or null. */
  readonly starters: string | null;
  /** After how many days a calendar may remind an attendee of what they wrote; null: not at all. */
  readonly remindIn: number | null;
  /** The longest text, in characters (UTF-16 code units). */
  readonly longest: number;
};

/** A tap, a text or both. */
export type OpenTextAnswer = {
  /** A place in `options`, from 0, or null. */
  readonly choice: number | null;
  readonly text: string | null;
};
