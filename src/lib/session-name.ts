/** The longest name of a session, in characters. */
export const LONGEST_SESSION_NAME = 80;
