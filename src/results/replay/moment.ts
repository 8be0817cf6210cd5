import type { JsonChange } from '../../lib/json-change.ts';
import type { StageDeck, StageSnapshot } from '../../session/views.ts';

/** The stage as the room had it from a time on, in milliseconds since 1970-01-01 UTC. */
export interface Moment {
  readonly at: number;
  readonly deck: StageDeck;
  /** Every question of the deck, each with no more than the room could see of it. */
  readonly stage: StageSnapshot;
}

/** The part of a moment that the next one changes. */
export type MomentView = Pick<Moment, 'deck' | 'stage'>;

/** All moments of a session, the earliest first. */
export interface Replay {
  readonly moments: readonly Moment[];
  /** Milliseconds between two moments in which answers alone came. */
  readonly every: number;
  /** false: presenter's steps between two moments are not shown each for itself. */
  readonly hasEveryStep: boolean;
}

/** The first line of a replay. */
export interface ReplayHead {
  readonly every: number;
}

/** A further line: the change since the line before. The first one changes null. */
export interface MomentLine {
  readonly at: number;
  readonly change: JsonChange;
}

/** The last line, without which a replay is not whole. */
export interface ReplayEnd {
  readonly hasEveryStep: boolean;
}
