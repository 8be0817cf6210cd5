import type { Scoring } from '../deck/deck.ts';
import type { Player } from './score-state.ts';

/** The points of a session as the room may see them. */
export interface Board {
  /** true: a part of the points is for speed. */
  readonly speed: boolean;
  /** The number of people who have points. */
  readonly people: number;
  /** The people who are still needed; left out where the board is shown. */
  readonly needs?: number;
  /** Teams by their means; left out where there are none. */
  readonly teams?: readonly BoardRow[];
  /** People by their points, with their names; left out where nobody has one. */
  readonly players?: readonly BoardRow[];
  /** People of the same place as the last of `players` who are not listed; left out for none. */
  readonly more?: number;
  /** Numbers of people by their points; left out where there are names or teams. */
  readonly groups?: readonly BoardGroup[];
}

/** The name of a player or a team, with points and place. */
export interface BoardRow {
  /** From 1; equal points have equal places. null without points. */
  readonly place: number | null;
  /** Tells a row from all others of its list. */
  readonly key: string;
  readonly name: string;
  /** Whole points; null where they are of too few people. */
  readonly points: number | null;
  /** Places gained since the board was shown before, lost if negative; null where it is new. */
  readonly change: number | null;
  /** The people of a team who have points; left out for one person. */
  readonly people?: number;
}

export interface BoardGroup {
  readonly place: number;
  readonly points: number;
  readonly people: number;
}

/** An attendee's own name, team, points and place. */
export interface OwnScore {
  /** The number of the player; null for one who has not joined. */
  readonly number: number | null;
  /** The name that the room sees; '' where nobody has one. */
  readonly shown: string;
  /** The name that the attendee chose; '' for none. */
  readonly name: string;
  readonly nameIs: Player['nameIs'];
  readonly team: string | null;
  readonly points: number;
  /** null without points. */
  readonly place: number | null;
  /** The number of people who have points. */
  readonly people: number;
}

/** The names of a session, for its presenter. */
export interface PlayerNames {
  /** Those that wait for approval, the first ones, and the number of all. */
  readonly waiting: readonly WrittenName[];
  readonly allWaiting: number;
  /** Those that the room sees, the latest first and not all of very many. */
  readonly approved: readonly WrittenName[];
  readonly allApproved: number;
}

/** The part of a console's snapshot that is about points. */
export interface PresenterScores {
  /** The names of those who play; left out where nobody chooses one. */
  readonly players?: PlayerNames;
  /** The first places, before the room sees them; left out where answers give no points. */
  readonly standings?: Board;
}

export interface WrittenName {
  /** Of the player. */
  readonly number: number;
  readonly name: string;
  /** true: it is on the list of rude words; left out for others. */
  readonly held?: true;
}

/** The names and teams that attendees may have, and a key that changes with the points of anybody. */
export interface AttendeeScoring extends Scoring {
  readonly key: string;
}
