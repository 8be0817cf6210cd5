import type { Activity } from '../activities/contract.ts';
import { activityType } from '../activities/registry.ts';
import type { Json } from '../lib/json.ts';
import type { ShiftTally } from '../lib/shift.ts';
import type { Deck, Position } from '../deck/deck.ts';
import type { StageMode } from './stage-mode.ts';
import type { StepFact } from './facts.ts';
import type { BoardsShown, Player, Standings } from './score-state.ts';
import type { Receipt, Receipts } from './receipts.ts';

/** `waiting`: not opened yet. `open`: takes answers. `closed`: takes no more. */
export type Phase = 'waiting' | 'open' | 'closed';

/** The latest answer of one attendee, with its receipt. */
export interface GivenAnswer extends Receipt {
  readonly answer: Json;
  /** Milliseconds from when the question was shown; left out where nobody measured. */
  readonly after?: number;
}

export interface ActivityState {
  readonly activity: Activity;
  phase: Phase;
  /** The time of its latest opening, in milliseconds since 1970-01-01 UTC; null before. */
  openedAt: number | null;
  /** End of its countdown, in milliseconds since 1970-01-01 UTC; null without a countdown. */
  closesAt: number | null;
  /** true: the room may see the tally, once enough have answered. */
  revealed: boolean;
  /** true while the correct answer is revealed. The question takes no answers then. */
  answerRevealed: boolean;
  /** Grows with each reset and each rewording. */
  readonly round: number;
  /** By attendee. */
  readonly answers: Map<string, GivenAnswer>;
  /** Those of every answer that was ever recorded for the activity. */
  readonly receipts: Receipts;
  readonly tally: unknown;
}

/**
 * The state of a session: the result of all its facts. Only `evolve` changes it, in place: with a
 * copy for each answer, its cost would grow with the answers given before.
 */
export interface SessionState {
  readonly code: string;
  /** Signs the attendees' tokens. Never leaves the server. */
  readonly secret: string;
  /** true: a trial before the talk, which counts nowhere. */
  readonly rehearsal: boolean;
  /** The presenter's own name for the session; '' for none. For presenters only. */
  name: string;
  /** Milliseconds since 1970-01-01 UTC, as are the next three. */
  readonly startedAt: number;
  /** The time of the first slide; null while the stage still shows how to join. */
  talkStartedAt: number | null;
  /** The time since which the present slide is shown; null as `talkStartedAt` is. */
  slideStartedAt: number | null;
  endedAt: number | null;
  /** null until the session has ended. */
  afterEnd: AfterEnd | null;
  /** The number and the time of the latest fact. */
  seq: number;
  at: number;
  deck: Deck;
  position: Position;
  /** The places from which a question or a slide has led elsewhere than to the next slide, by the place it led to. */
  ledFrom: ReadonlyMap<string, Pick<Position, 'h' | 'v'>>;
  /** The latest moves to another slide, the earliest first. */
  readonly slidesShown: ShownSlide[];
  /** The hashes of the slides that were shown, each as it read then. */
  readonly shown: Set<string>;
  /** The ids of the questions that were asked on the spot, also of those that an undo took out or that are in the deck by now. */
  readonly onTheSpot: Set<string>;
  /** true: the stage shows how to join instead of the slide. */
  joinShown: boolean;
  /** true: the stage shows nothing, whatever lies below. */
  blanked: boolean;
  /** true until the talk leaves the first question that anybody has answered. */
  isBeginning: boolean;
  /** The presenter's wish for the small QR code beside the slide; null before there is one. */
  joinCornerWanted: boolean | null;
  /** The presenter's choice of a mode for the stage. */
  stageMode: StageMode;
  /** true: questions are open to everybody in their own time, during the talk and after it. */
  selfPaced: boolean;
  /** true: phones may show the present slide between questions. */
  followed: boolean;
  /** true: attendees may send reactions, where the deck has signs for them. */
  reactionsOn: boolean;
  /** Part of what a remote's token signs: grows when remotes are disconnected, and at the end. */
  remoteGeneration: number;
  /** The presenter's latest steps that can be undone, the latest last. */
  readonly steps: Step[];
  /** The step that was undone last; null once the presenter has done anything else. */
  undone: TakenStep | null;
  /** By activity id, as the deck has them now. */
  readonly activities: Map<string, ActivityState>;
  /** The channels that the deck opens, or has opened, by their names. */
  readonly channels: Map<string, ActivityState>;
  /** Those who play for points, by attendee, in the order in which they came. */
  readonly players: Map<string, Player>;
  standings: Standings;
  boards: BoardsShown;
  /** By the ids of the questions that ask another one again: those who answered both. */
  readonly shifts: Map<string, ShiftTally>;
  /**
   * Questions that were reworded or left the deck after something had come of them. Their answers are
   * exported, and never merged with others.
   */
  readonly superseded: ActivityState[];
}

/** A slide that was shown from a moment on, in milliseconds since 1970-01-01 UTC. */
export interface ShownSlide extends Pick<Position, 'h' | 'v'> {
  readonly at: number;
}

/** The state that a session has only after its end; a reopened session goes on without it. */
export interface AfterEnd {
  /** true: the stage shows the closing slide instead of a slide of the deck. */
  closingShown: boolean;
  /** true: the stage shows a small QR code, which leads to one's own page. */
  cornerShown: boolean;
  /** The ids of the questions that were open at the end. */
  readonly wereOpen: readonly string[];
}

/** The part of a state that a step may change, besides questions. */
type BeforeStep = Pick<
  SessionState,
  | 'deck'
  | 'position'
  | 'ledFrom'
  | 'joinShown'
  | 'blanked'
  | 'isBeginning'
  | 'talkStartedAt'
  | 'slideStartedAt'
  | 'endedAt'
  | 'afterEnd'
  | 'joinCornerWanted'
  | 'stageMode'
  | 'selfPaced'
  | 'followed'
  | 'reactionsOn'
  | 'boards'
>;

/** A question before a step, as far as the step has changed it. */
export interface ActivityBefore {
  readonly status: Pick<ActivityState, 'phase' | 'revealed' | 'answerRevealed'>;
  /** Milliseconds that were left of its countdown; null without one. */
  readonly left: number | null;
  /** true where the step has started or stopped a countdown. */
  movesClock: boolean;
  /** The question with the answers that a reset has discarded; null without a reset. */
  discarded: ActivityState | null;
  /** The question with the options that it had; null where it has taken none, as after a reset. */
  otherOptions: ActivityState | null;
  /** The controls that were applied, in their order. */
  readonly controls: Json[];
}

/** A presenter's step, with what it takes to undo it. */
export interface Step {
  /** The number of its first fact. */
  readonly number: number;
  /** The fact that says the most of it, and the time of its latest one. */
  did: StepFact;
  at: number;
  readonly before: BeforeStep;
  /** By activity id. */
  readonly activities: Map<string, ActivityBefore>;
}

/**
 * A step as screens are told of it: the fact that says the most of it, and its number; with `label`, the
 * words of its activity type for a control.
 */
export type TakenStep = StepDone & { readonly step: number; readonly label?: string };

/** A step's fact without the deck that it may hold. */
export type StepDone =
  | Exclude<StepFact, { readonly type: 'deck:revised' }>
  | { readonly type: 'deck:revised' };

/** A question of the deck, or a channel; undefined where there is none of this id. */
export function findActivity(
  { activities, channels }: Pick<SessionState, 'activities' | 'channels'>,
  id: string,
): ActivityState | undefined {
  return activities.get(id) ?? channels.get(id);
}

/** A channel that nobody has used yet: it is open from the start. */
export function freshChannel(activity: Activity): ActivityState {
  return { ...freshActivity(activity, 1), phase: 'open' };
}

/** The ids that no further question may have: of all that were asked or are in the deck, and of channels. */
export function askedIds({ activities, channels, superseded }: SessionState): ReadonlySet<string> {
  const past = superseded.map(({ activity }) => activity.id);
  return new Set([...activities.keys(), ...channels.keys(), ...past]);
}

/** The ids of the questions that attendees may have seen and that have left the deck. */
export function withdrawnIds({ activities, superseded }: SessionState): string[] {
  const ids = new Set(superseded.map(({ activity }) => activity.id));
  return [...ids].filter((id) => !activities.has(id));
}

/** The earlier wordings that have answers. */
export function answeredBefore({ superseded }: SessionState): ActivityState[] {
  return superseded.filter(({ answers }) => answers.size > 0);
}

/** true for a question that was opened, or has been answered. */
export function isAsked({ phase, receipts }: ActivityState): boolean {
  return phase !== 'waiting' || receipts.size > 0;
}

/** A question that nobody has answered yet. */
export function freshActivity(activity: Activity, round: number): ActivityState {
  return {
    activity,
    phase: 'waiting',
    openedAt: null,
    closesAt: null,
    revealed: activity.settings.results === 'live',
    answerRevealed: false,
    round,
    answers: new Map(),
    receipts: new Map(),
    tally: activityType(activity.type).emptyTally(activity.content),
  };
}

/** true for a question with a correct answer; false for one of opinion. */
export function hasCorrectAnswer({ activity }: Pick<ActivityState, 'activity'>): boolean {
  return activityType(activity.type).correctAnswer(activity.content) !== null;
}
