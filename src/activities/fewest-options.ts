/** The fewest options of a question for which the room writes them: fewer are no choice. */
export const FEWEST_OPTIONS = 2;
