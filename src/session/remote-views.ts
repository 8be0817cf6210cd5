import type { Slide } from '../deck/deck.ts';
import type { LatestSteps, StageActivityView, StageSnapshot } from './views.ts';

/** A question as a remote knows it: as much as its next action needs. */
export type RemoteActivityView = Pick<
  StageActivityView,
  | 'id'
  | 'question'
  | 'phase'
  | 'revealed'
  | 'hasCorrectAnswer'
  | 'correctAnswer'
  | 'answered'
  | 'closesAt'
  | 'leads'
>;

/** The session on a phone that moves its slides. */
export interface RemoteSnapshot
  extends Omit<StageSnapshot, 'activities' | 'channels' | 'board'>, LatestSteps {
  readonly activities: readonly RemoteActivityView[];
  /** Milliseconds since 1970-01-01 UTC, as is the next; null before the first slide. */
  readonly talkStartedAt: number | null;
  /** The time since which the present slide is shown. */
  readonly slideStartedAt: number | null;
}

/** The slides as a remote shows them: titles and notes. */
export interface RemoteDeckView {
  readonly hash: string;
  readonly slides: readonly RemoteSlide[];
}

export type RemoteSlide = Pick<
  Slide,
  'h' | 'v' | 'title' | 'notes' | 'fragments' | 'minutes' | 'activity'
>;
