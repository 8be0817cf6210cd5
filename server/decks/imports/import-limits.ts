/** The largest deck that is taken, in bytes, unpacked. */
export const LARGEST_DECK = 100_000_000;

/** The largest text of one, in bytes: Markdown, `deck.css` or `reveal-md.json`. */
export const LARGEST_TEXT = 1_000_000;

/** The largest page with slides of HTML, in bytes: one may hold its pictures. */
export const LARGEST_PAGE = 10_000_000;

/** The most files of one. */
export const MOST_FILES = 2_000;

/** The most entries of a zip. Programs of a Mac add two of their own for each file; folders are entries too. */
export const MOST_ENTRIES = 8_000;

/** The most decks that are looked at before they are taken, at a time. */
export const MOST_IMPORTS = 8;

/** Milliseconds for which a deck may be looked at before it is taken. */
export const KEPT_MS = 60 * 60 * 1000;
