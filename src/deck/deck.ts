import type { Activity } from '../activities/contract.ts';

/** A compiled deck. Serialisable: a session's first fact holds the one it runs on. */
export interface Deck {
  /** The name of its folder. */
  readonly name: string;
  readonly title: string;
  /** A BCP 47 language tag. */
  readonly lang: string;
  /** Names the deck by all that it says, notes and keys included: for the presenter only. */
  readonly hash: string;
  /** Names the deck by what the room may see of it. */
  readonly publicHash: string;
  /** In the order of the talk; the position of the first is {h: 0, v: 0}. */
  readonly slides: readonly Slide[];
  /** Every question of the deck, in the order of the talk. Content may hold keys. */
  readonly activities: readonly Activity[];
}

export interface Slide {
  /** Column and row, from 0, as reveal.js counts. */
  readonly h: number;
  readonly v: number;
  /** The text of its first heading, or of its front matter's `title`; may be empty. */
  readonly title: string;
  /** Names the slide by what the room may see of it. */
  readonly hash: string;
  /** The inside of the slide's section. Inline styles stand in `data-style`: the pages' policy
   * allows no style attribute, so the page that draws a slide sets them from there. */
  readonly html: string;
  /** Attributes of the section itself: `class`, `data-background-color`, `data-style`, … */
  readonly attributes: Readonly<Record<string, string>>;
  /** Speaker notes as HTML; for the presenter only. */
  readonly notes: string;
  /** How many steps its fragments take. */
  readonly fragments: number;
  /** How long its author wants to speak; null where nothing is said. For the presenter only. */
  readonly minutes: number | null;
  /** Whether attendees may take it home, as a page of sources. */
  readonly keep: boolean;
  /** The id of the question on the slide; its place in `html` is `[data-activity]`. */
  readonly activity: string | null;
}

/** A mistake in a deck. `error` keeps the deck from being shown; `warning` does not. */
export interface DeckProblem {
  readonly severity: 'error' | 'warning';
  /** As it was given to the compiler. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** Where the talk is: a slide and the last fragment shown, -1 for none. As reveal.js counts. */
export interface Position {
  readonly h: number;
  readonly v: number;
  readonly f: number;
}

/** What the compiler is given: a file's name, for its messages, and its text. */
export interface DeckSource {
  readonly file: string;
  readonly text: string;
}

export interface CompiledDeck {
  /** null where a problem is an error. */
  readonly deck: Deck | null;
  /** In the order of files and lines. */
  readonly problems: readonly DeckProblem[];
}
