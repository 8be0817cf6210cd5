import type { Activity } from '../activities/contract.ts';
import type { DeckTheme } from './theme/theme.ts';

/** The name of a deck's own style sheet in its folder. */
export const STYLE_FILE = 'deck.css';

/** A compiled deck. Serialisable: the first fact of a session contains it. */
export interface Deck {
  /** The name of its folder. */
  readonly name: string;
  readonly title: string;
  /** A BCP 47 language tag. */
  readonly lang: string;
  /** The hash of all content, including notes and correct answers: for the presenter only. */
  readonly hash: string;
  /** The hash of the content that the room may see. */
  readonly publicHash: string;
  /** The hash of its own style sheet, cleaned; left out where it has none. */
  readonly style?: string;
  /** Its channels, which are open for the whole talk; left out where it has none. */
  readonly channels?: Channels;
  /** The points that its answers give; left out where they give none. */
  readonly score?: Scoring;
  /** The days for which its sessions are kept; left out where it does not say. */
  readonly keepDays?: number;
  /** Its looks, as far as it says; left out where it says nothing. */
  readonly theme?: DeckTheme;
  /** All slides in order; the position of the first is {h: 0, v: 0}. */
  readonly slides: readonly Slide[];
  /** All activities in the order of their slides. Their content may include correct answers. */
  readonly activities: readonly Activity[];
}

/** Ways to speak up that are open for the whole talk. */
export interface Channels {
  /** The signs that attendees may send to the stage; empty where the deck has no reactions. */
  readonly reactions: readonly string[];
  /** Those that are activities, each with its type's name as its id; left out where there are none. */
  readonly activities?: readonly Activity[];
}

/** Points for answers, and those who get them. */
export interface Scoring {
  /** true: a part of the points is for speed. */
  readonly speed: boolean;
  /** `made-up` by the server; `chosen` by attendees, and approved by the presenter. */
  readonly names: 'none' | 'made-up' | 'chosen';
  /** The names of the teams; none where everybody plays alone. */
  readonly teams: readonly string[];
  /** true: the server deals attendees to teams; false: they choose one. */
  readonly deal: boolean;
}

export interface Slide {
  /** Column and row, from 0, as reveal.js counts. */
  readonly h: number;
  readonly v: number;
  /** The text of its first heading, or of its front matter's `title`; may be empty. */
  readonly title: string;
  /** The hash of the content that the room may see. */
  readonly hash: string;
  /**
   * The HTML inside the slide's section. Inline styles are in `data-style`: the content security
   * policy forbids style attributes, so the page that renders a slide sets them by script.
   */
  readonly html: string;
  /** Attributes of the section itself: `class`, `data-background-color`, `data-style`, … */
  readonly attributes: Readonly<Record<string, string>>;
  /** Speaker notes as HTML; for the presenter only. */
  readonly notes: string;
  /** The number of fragment steps. */
  readonly fragments: number;
  /** The planned minutes; null if not given. For the presenter only. */
  readonly minutes: number | null;
  /** True if the slide is part of the take-home, as a page of sources. */
  readonly keep: boolean;
  /** The name by which a question or another slide leads to it; left out where it has none. */
  readonly id?: string;
  /** The id of the slide that Next shows after this one; left out where that is the one behind it. */
  readonly go?: string;
  /** The id of the activity on the slide, or null; its placeholder in `html` is `[data-activity]`. */
  readonly activity: string | null;
  /** The name of the channel that it shows, in the place of a question; left out for none. */
  readonly channel?: string;
  /** The places that its board shows, from the first; its placeholder is `[data-board]`. Left out without one. */
  readonly board?: number;
  /**
   * Its Markdown, where it was asked for during the session and is in no file; for the presenter only.
   * Left out for all others.
   */
  readonly asked?: string;
}

/** A problem in a deck. A deck with an `error` cannot be presented. */
export interface DeckProblem {
  readonly severity: 'error' | 'warning';
  /** The file name as given to the compiler. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** A slide and the last fragment shown, -1 for none, as reveal.js counts. */
export interface Position {
  readonly h: number;
  readonly v: number;
  readonly f: number;
}

/** An input of the compiler: the name of a Markdown file or of `STYLE_FILE`, and its text. */
export interface DeckSource {
  readonly file: string;
  readonly text: string;
}

/** The place where a slide is written. */
export interface SlidePlace {
  readonly file: string;
  /** Its first line, from 1. */
  readonly line: number;
}

export interface CompiledDeck {
  /** null if a problem is an error. */
  readonly deck: Deck | null;
  /** The deck as far as it compiles, with errors too: its author sees it, and nobody else. */
  readonly draft: Deck;
  /** The place of each slide of the draft. */
  readonly places: readonly SlidePlace[];
  /** All problems, in the order of files and lines. */
  readonly problems: readonly DeckProblem[];
  /** Languages to load, and then to compile the deck again, to colour all its code. */
  readonly missingLanguages?: ReadonlySet<string> | undefined;
}
