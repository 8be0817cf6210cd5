/** An attendee who plays for points. */
export interface Player {
  /** From 1, in the order in which they came. */
  readonly number: number;
  /** The name that they chose; '' for none. */
  readonly name: string;
  /** `waiting` for approval; `put-away`: the presenter did not take it. */
  readonly nameIs: 'none' | 'waiting' | 'approved' | 'put-away';
  /** The name of their team; null for none. */
  readonly team: string | null;
}

/** The points of all attendees at one moment; never changed. */
export interface Standings {
  /** By attendee: of those with an answer to a question that counts. */
  readonly points: ReadonlyMap<string, number>;
  /** Attendees, the most points first. */
  readonly ranked: readonly string[];
  /** The place of each number of points, from 1: equal points have equal places. */
  readonly places: ReadonlyMap<number, number>;
  /** The fewest people of whom points are shown: as the most careful of the questions says. */
  readonly fewest: number;
  /** Another text whenever anybody's points are others: phones then ask for theirs. */
  readonly key: string;
}

/** The boards that the room has seen. */
export interface BoardsShown {
  /** The one before the present one, or before the next where none is on the stage; null for none. */
  readonly before: Standings | null;
  readonly latest: Standings | null;
}

export const noStandings: Standings = {
  points: new Map(),
  ranked: [],
  places: new Map(),
  fewest: 1,
  key: '',
};

/** The place of an attendee, from 1; null without points. */
export function placeOf({ points, places }: Standings, attendee: string): number | null {
  const own = points.get(attendee);
  return own === undefined ? null : (places.get(own) ?? null);
}

/** The part of a state that is about points, before anybody has some. */
export function noScores(): {
  players: Map<string, Player>;
  standings: Standings;
  boards: BoardsShown;
} {
  return { players: new Map(), standings: noStandings, boards: { before: null, latest: null } };
}
