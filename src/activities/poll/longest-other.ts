// Apart from the rules, so that a phone does not load these for it.
/** The longest own choice, in characters (Unicode code points, once normalised). */
export const LONGEST_OTHER = 200;
/** The sentence for an own choice that is longer. */
export const OTHER_UNFIT = `Your own choice must be a text of at most ${LONGEST_OTHER} characters.`;
