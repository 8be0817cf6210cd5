import type { InShort, NextStep, OwnLine, ResultItem } from '../activities/contract.ts';
import type { Json } from '../lib/json.ts';
import type { Position, Slide } from '../deck/deck.ts';
import type { DeckTheme, Mode } from '../deck/theme/theme.ts';
import type { AttendeeScoring, Board, OwnScore, PresenterScores } from './score-views.ts';
import type { StageMode } from './stage-mode.ts';
import type { Shift } from '../lib/shift.ts';
import type { Phase, ShownSlide, TakenStep } from './state.ts';

/** The part of a question that only its author changes: the same for every audience. */
export interface ActivityContent {
  readonly id: string;
  readonly type: string;
  /** Content hash of the wording: an answer to another hash answers another question. */
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
  /** true: after its close, Next leads where most pointed; left out for others. */
  readonly leads?: true;
  /**
   * The question for which the room writes its options, with its words for stages once it was asked, and
   * the most of them; left out once it has them.
   */
  readonly awaits?: { readonly activity: string; readonly top: number; readonly question?: string };
}

/** The part of a question that changes during a session, as an audience may see it. */
export interface ActivityStatus {
  /** From 1; one more after each reset. */
  readonly round: number;
  readonly phase: Phase;
  /** true: the room may see the tally, once enough have answered. */
  readonly revealed: boolean;
  /** The tally as its type shows it; null while `hidden` gives the reason. */
  readonly tally: Json | null;
  readonly hidden: Hidden | null;
  /** The time at which the server closes it, in milliseconds since 1970-01-01 UTC, or null. */
  readonly closesAt: number | null;
  /** The correct answer; null until it is revealed, and where there is none. */
  readonly correctAnswer: Json | null;
  /** The change since the question was asked before; null where it was not, and while the tally is hidden. */
  readonly shift: Shift | null;
}

/** One question as an audience may see it. */
export interface ActivityView extends ActivityContent, ActivityStatus {}

/** The part of a question that changes while it is open: its tally, or the reason for hiding it. */
export interface TallyView {
  readonly id: string;
  readonly tally: Json | null;
  /** Left out where the tally is there. */
  readonly hidden?: Hidden;
  /** Left out where there is none. */
  readonly shift?: Shift;
}

/** The reason for hiding a tally from an audience. */
export type Hidden = 'not-revealed' | 'too-few' | 'answer-first' | 'fault';

/** The session as an attendee's page shows it; the same for all attendees. */
export interface AttendeeSnapshot {
  readonly code: string;
  readonly title: string;
  readonly lang: string;
  /** The deck's own accent; left out where it has none. */
  readonly accent?: NonNullable<DeckTheme['accent']>;
  readonly ended: boolean;
  /** true: questions are open to everybody in their own time. */
  readonly selfPaced: boolean;
  /** The current slide; null while the stage shows how to join, and once the session has ended. */
  readonly slide: {
    readonly number: number;
    readonly of: number;
    readonly title: string;
    /** The name of the channel that it shows; left out for none. */
    readonly channel?: string;
  } | null;
  /** The id of the question on the slide, once it has opened; else null. */
  readonly here: string | null;
  /** The ids of the questions that were taken out of the talk; left out where there are none. */
  readonly withdrawn?: readonly string[];
  /** The signs that may be sent to the stage; left out where there are none. */
  readonly reactions?: readonly string[];
  /** The channels that the deck opens or has opened; left out where there are none. */
  readonly channels?: readonly ChannelOutline[];
  /** The points of the session; left out where answers give none. */
  readonly score?: AttendeeScoring;
  /** The question on the slide, then all others that are open; none once the session has ended. */
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

/** An attendee's recorded answers, by activity id. */
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
  /** The attendee's points; left out where answers give none. */
  readonly score?: OwnScore;
  /** The attendee's own questions to the presenter; left out where there are none. */
  readonly asked?: readonly OwnLine[];
}

export interface TakeHomeQuestion {
  readonly activity: ActivityView;
  /** The attendee's latest answer, or null. */
  readonly answer: Json | null;
  /** The answer as texts, as an export has it. */
  readonly items: readonly ResultItem[];
  /** true where the answer is right or wrong, revealed or not; false for questions of opinion. */
  readonly judged: boolean;
  /** true for a correct answer; null until that is revealed, and for questions of opinion. */
  readonly right: boolean | null;
  readonly nextSteps: readonly NextStep[];
  /** The attendee's answer to the question that it asks again, as texts; empty where there is none. */
  readonly before: readonly ResultItem[];
  /** The sum of the answer, for the top of the page. */
  readonly inShort: readonly InShort[];
  /** The title of its chapter in the talk; '' outside all chapters. */
  readonly chapter: string;
}

export interface TakeHomePage {
  readonly title: string;
  readonly html: string;
}

/** The present slide as a phone shows it between questions. */
export interface FollowedSlide {
  readonly title: string;
  /** From 1; null for the theme's own. */
  readonly accent: number | null;
  /** The part that is on the stage, without styles and without the question. */
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

/** A channel as every attendee may know it; its tally comes to those who follow it. */
export interface ChannelOutline {
  readonly id: string;
  readonly hash: string;
  readonly round: number;
  /** false: it takes nothing now. */
  readonly open: boolean;
  readonly content: Json;
}

/** A question on the stage: its view, and how many have answered. */
export interface StageActivityView extends ActivityView {
  readonly answered: number;
}

/** A question on the console: as the stage shows it, and what the presenter may see of it. */
export interface ConsoleActivityView extends StageActivityView {
  /** The tally for the presenter, revealed or not; null where too few have answered. */
  readonly ownTally: Json | null;
  /** The change since the question was asked before, for the presenter; null where there is none. */
  readonly ownShift: Shift | null;
  /** The ways on from it, were it closed now; left out where it is not open, or leads nowhere. */
  readonly waysSoFar?: readonly Way[];
}

export interface StageSnapshot {
  readonly code: string;
  readonly title: string;
  readonly lang: string;
  readonly ended: boolean;
  /** The hash of the deck that is shown, as it was sent to this stage. */
  readonly deck: string;
  readonly position: Position;
  /** The ways on from the question on the slide, once it is closed; to a stage without the key, none. */
  readonly ways: readonly Way[];
  /** The place to which Back leads, where that is not the slide before. */
  readonly back: Position | null;
  readonly joinShown: boolean;
  /** true: the session has ended, and the stage shows the closing slide. */
  readonly closingShown: boolean;
  /** true: the stage shows nothing. */
  readonly blanked: boolean;
  /** true: the stage shows a small QR code beside the slide. */
  readonly joinCorner: boolean;
  /** The mode of the stage, and of all pictures of its slides. */
  readonly mode: Mode;
  readonly selfPaced: boolean;
  /** true: phones may show the present slide between questions. */
  readonly followed: boolean;
  /** The signs that attendees may send; null where the deck has none. */
  readonly reactions: { readonly signs: readonly string[]; readonly on: boolean } | null;
  /** The board, where the room sees one; left out for none. */
  readonly board?: Board;
  /** Every question of the deck; to a stage without the key, those that it may know of. */
  readonly activities: readonly StageActivityView[];
  /** The channels whose tally the room may see. */
  readonly channels: readonly StageActivityView[];
}

/** A way on from a question: an option, the slide to which it leads, and the attendees who chose it. */
export interface Way {
  readonly option: string;
  readonly to: Pick<Position, 'h' | 'v'>;
  readonly people: number;
}

/** The steps that a presenter may want to take back, and has taken back. */
export interface LatestSteps {
  /** The step that would be undone now; null where there is none. */
  readonly undo: TakenStep | null;
  /** The step that was undone last; null once the presenter has done anything else. */
  readonly undone: TakenStep | null;
}

export interface ConsoleSnapshot extends StageSnapshot, LatestSteps, PresenterScores {
  readonly activities: readonly ConsoleActivityView[];
  readonly channels: readonly ConsoleActivityView[];
  /** The latest moves of the slides, the earliest first; empty where the deck has no channels. */
  readonly slidesShown: readonly ShownSlide[];
  /** The presenter's own name for the session; '' for none. */
  readonly name: string;
  /** true: a session that counts nowhere. */
  readonly rehearsal: boolean;
  /** The presenter's choice, from which `mode` follows. */
  readonly chosenMode: StageMode;
  /** Milliseconds since 1970-01-01 UTC; null before the first slide. */
  readonly talkStartedAt: number | null;
  /** Milliseconds since 1970-01-01 UTC; null while the session goes on. */
  readonly endedAt: number | null;
  /** Answers to earlier wordings, kept apart, by activity id. */
  readonly superseded: Readonly<Record<string, number>>;
}

/** The slides as the stage shows them: nothing in it that the room may not see in the end. */
export interface StageDeck {
  readonly hash: string;
  /** The path of the deck's own style sheet on the server; left out where it has none. */
  readonly style?: string;
  readonly theme?: DeckTheme;
  readonly slides: readonly StageSlide[];
}

/** A slide without notes. Empty, with an empty `hash`, while a stage may not see it yet. */
export type StageSlide = Omit<Slide, 'notes' | 'minutes' | 'asked'>;

/** The slides as the console shows them, with the notes. */
export interface ConsoleDeck {
  /** The name of its folder. */
  readonly name: string;
  readonly hash: string;
  readonly style?: string;
  readonly theme?: DeckTheme;
  readonly slides: readonly Slide[];
}
