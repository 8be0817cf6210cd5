// Apart from the rules, so that a phone does not load these for it.
/** The longest own choice, in characters (UTF-16 code units). */
export const LONGEST_OTHER = 200;
