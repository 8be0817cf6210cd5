import type { NextStep, ResultItem } from '../activities/contract.ts';
import type { Json } from '../lib/json.ts';
import type { Position, Slide } from '../deck/deck.ts';
import type { Phase } from './state.ts';

/** The part of a question that only its author changes: the same for every audience. */
export interface ActivityContent {
  readonly id: string;
  readonly type: string;
  /** Names the question as it is asked: an answer to another hash answers another question. */
  readonly hash: string;
  readonly question: string;
  readonly content: Json;
  /** The fewest answers whose tally is shown. */
  readonly minAnswers: number;
  readonly hasCorrectAnswer: boolean;
  /** The accent of its slide, from 1; null for the theme's own. */
  readonly accent: number | null;
  /** The id of the question whose next steps this one offers, or null. */
  readonly startsFrom: string | null;
}

/** The part of a question that changes during a session, as an audience may see it. */
export interface ActivityStatus {
  /** From 1; one more after each reset. */
  readonly round: number;
  readonly phase: Phase;
  /** Whether the room may see the tally, as far as enough have answered. */
  readonly revealed: boolean;
  /** The tally as its type shows it; null while `hidden` says why. */
  readonly tally: Json | null;
  readonly hidden: Hidden | null;
  /** The time at which the server closes it, in milliseconds since 1970-01-01 UTC, or null. */
  readonly closesAt: number | null;
  /** The correct answer, once the presenter has revealed it; null before, and where there is none. */
  readonly correctAnswer: Json | null;
}

/** One question as an audience may see it. */
export interface ActivityView extends ActivityContent, ActivityStatus {}

/** What changes of a question while it is open: its tally, or why there is none. */
export interface TallyView {
  readonly id: string;
  readonly tally: Json | null;
  /** Left out where the tally is there. */
  readonly hidden?: Hidden;
}

/** Why an audience does not see a tally. */
export type Hidden = 'not-revealed' | 'too-few' | 'answer-first' | 'fault';

/** What every attendee's page knows; the same for all of them. */
export interface AttendeeSnapshot {
  readonly code: string;
  readonly title: string;
  readonly lang: string;
  readonly ended: boolean;
  /** Whether questions stay open for everybody's own time. */
  readonly selfPaced: boolean;
  /** Where the talk is; null while the stage shows how to join. */
  readonly slide: { readonly number: number; readonly of: number; readonly title: string } | null;
  /** The id of the question on the slide, once it has opened; else null. */
  readonly here: string | null;
  /** The question on the slide, then all others that are open. */
  readonly activities: readonly ActivityView[];
}

/**
 * An attendee's snapshot with the contents of its activities left out: each is sent once, by its
 * key. `compose` puts them together.
 */
export interface AttendeeOutline extends Omit<AttendeeSnapshot, 'activities'> {
  readonly activities: readonly ActivityOutline[];
}

/** A question in an outline. A status that is left out is the usual one: see `compose`. */
export interface ActivityOutline extends Partial<ActivityStatus> {
  /** Names its content. */
  readonly key: string;
}

/** One's own recorded answers, by activity id. */
export type OwnAnswers = Readonly<Record<string, OwnAnswer>>;

export interface OwnAnswer {
  readonly hash: string;
  readonly round: number;
  readonly answer: Json;
  readonly receipt: Receipt;
}

/** Everything of a session that one attendee may keep. */
export interface TakeHome {
  readonly title: string;
  readonly lang: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly startedAt: number;
  /** Those that were asked or answered, in the order of the talk. */
  readonly questions: readonly TakeHomeQuestion[];
  /** The slides that the deck gives to everybody: its sources. */
  readonly pages: readonly TakeHomePage[];
}

export interface TakeHomeQuestion {
  readonly activity: ActivityView;
  /** One's own latest answer, or null. */
  readonly answer: Json | null;
  /** The answer in words, as an export has it. */
  readonly items: readonly ResultItem[];
  /** Whether one's answer is right or wrong, shown or not; false where it is neither. */
  readonly judged: boolean;
  /** Whether it is right; null where that has not been shown, or it is neither. */
  readonly right: boolean | null;
  readonly nextSteps: readonly NextStep[];
}

export interface TakeHomePage {
  readonly title: string;
  readonly html: string;
}

/** Proof that an answer is durable: it is fact number `seq` of its session. */
export interface Receipt {
  readonly activity: string;
  readonly id: string;
  readonly seq: number;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number;
}

/** A question on the stage: its view, and how many have answered. */
export interface StageActivityView extends ActivityView {
  readonly answered: number;
}

/** A question on the console: as the stage shows it, and what the presenter may see of it. */
export interface ConsoleActivityView extends StageActivityView {
  /** What the type shows to the presenter, revealed or not; null where too few have answered. */
  readonly ownTally: Json | null;
}

export interface StageSnapshot {
  readonly code: string;
  readonly title: string;
  readonly lang: string;
  readonly ended: boolean;
  /** The hash of the deck that is shown, as it was sent to this stage. */
  readonly deck: string;
  readonly position: Position;
  readonly joinShown: boolean;
  readonly selfPaced: boolean;
  /** Every question of the deck; to a stage without the key, those that it may know of. */
  readonly activities: readonly StageActivityView[];
}

export interface ConsoleSnapshot extends StageSnapshot {
  readonly activities: readonly ConsoleActivityView[];
  /** Milliseconds since 1970-01-01 UTC; null before the first slide. */
  readonly talkStartedAt: number | null;
  /** Answers to earlier wordings, kept apart, by activity id. */
  readonly superseded: Readonly<Record<string, number>>;
}

/** The slides as the stage shows them: nothing in it that the room may not see in the end. */
export interface StageDeck {
  readonly hash: string;
  readonly slides: readonly StageSlide[];
}

/** Where `hash` is empty, so is the slide: a stage without the key is not sent it before it is shown. */
export type StageSlide = Omit<Slide, 'notes' | 'minutes'>;

/** The slides as the console shows them, with the notes. */
export interface ConsoleDeck {
  readonly hash: string;
  readonly slides: readonly Slide[];
}
