/** A question for a short text, with or without options to tap. */
export type OpenTextContent = {
  /** Empty where there is nothing to tap. */
  readonly options: readonly string[];
  /** The id of the question whose next steps an attendee may start from, or null. */
  readonly starters: string | null;
  /** Days until a calendar reminder of the attendee's text; null for none. */
  readonly remindIn: number | null;
  /** The longest text, in characters (Unicode code points, once normalised). */
  readonly longest: number;
  /** The deck's language, for the blocklist; a log of an earlier version has none. No phone needs it. */
  readonly lang?: string;
};

/** A tap, a text or both. */
export type OpenTextAnswer = {
  /** An index into `options`, or null. */
  readonly choice: number | null;
  readonly text: string | null;
};
