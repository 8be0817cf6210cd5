import type { DeckProblem } from '../deck/deck.ts';
import type { DrawnPart, SlidePoint } from './gestures.ts';
import type { ClientMessages, Handshake } from './schemas.ts';
import type {
  RemoteActivityView,
  RemoteDeckView,
  RemoteSnapshot,
} from '../session/remote-views.ts';
import type {
  ActivityContent,
  AttendeeOutline,
  ConsoleActivityView,
  ConsoleDeck,
  ConsoleSnapshot,
  FollowedSlide,
  OwnAnswers,
  Receipt,
  StageActivityView,
  StageDeck,
  StageSnapshot,
  TakeHome,
  TallyView,
} from '../session/views.ts';
import type { OwnScore } from '../session/score-views.ts';
import type { WireError } from './wire-error.ts';

export type Role = Handshake['role'];

export type AnswerAck =
  | { readonly ok: true; readonly receipt: Receipt }
  | { readonly ok: false; readonly error: WireError };

export type TakeHomeAck =
  | { readonly ok: true; readonly takeHome: TakeHome }
  | { readonly ok: false; readonly error: WireError };

export type ScoreAck =
  | { readonly ok: true; readonly score: OwnScore }
  | { readonly ok: false; readonly error: WireError };

export type RemoteLinkAck =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly error: WireError };

export type Ack = { readonly ok: true } | { readonly ok: false; readonly error: WireError };

/** The acknowledgements that carry more than success. */
interface AcksWithData {
  'answer:give': AnswerAck;
  'take-home:get': TakeHomeAck;
  'score:get': ScoreAck;
  'remote:link': RemoteLinkAck;
}

type AckOf<Event> = Event extends keyof AcksWithData ? AcksWithData[Event] : Ack;

/** The events that a client may send, with the message types of the schemas. */
export type ClientEvents = {
  [Event in keyof ClientMessages]: (
    message: ClientMessages[Event],
    ack: (ack: AckOf<Event>) => void,
  ) => void;
};

/** The events that stage and console may send. */
export type ControlEvents = Omit<
  ClientEvents,
  | keyof AcksWithData
  | 'slide:follow'
  | 'channel:follow'
  | 'reaction:send'
  | 'question:shown'
  | 'player:join'
>;

export interface AttendeeEvents {
  /** A new identity of the attendee, to be stored and sent in later handshakes. */
  'attendee:token': (message: { readonly token: string }) => void;
  'server:clock': (clock: ServerClock) => void;
  /** Contents of the next outline, by their keys. Each is sent once to a page. */
  'activity:contents': (contents: Readonly<Record<string, ActivityContent>>) => void;
  'session:state': (outline: AttendeeOutline) => void;
  'activity:changed': (changed: TallyView) => void;
  /** To those who follow a channel: its tally. */
  'channel:changed': (changed: TallyView) => void;
  'answers:mine': (answers: OwnAnswers) => void;
  /** To those who follow the slides: the present one, or null where they may show none. */
  'slide:followed': (message: { readonly slide: FollowedSlide | null }) => void;
  /** The attendee's own name, team, points and place, after their name or team has changed. */
  'score:mine': (score: OwnScore) => void;
  'session:deleted': () => void;
}

export interface StageEvents {
  'session:deck': (deck: StageDeck) => void;
  /** Slides that are shown for the first time, and the hash of their deck. */
  'session:slides': (news: StageDeck) => void;
  'session:state': (snapshot: StageSnapshot) => void;
  'activity:changed': (activity: StageActivityView) => void;
  'presence:changed': (presence: Presence) => void;
  'storage:changed': (storage: StorageState) => void;
  /** Sent while developing only. */
  'deck:problems': (problems: DeckProblems) => void;
  'stage:welcome': (message: StageWelcome) => void;
  /** A presenter points at the slide, or no longer does. */
  'pointer:moved': (message: { readonly at: SlidePoint | null }) => void;
  'drawing:added': (part: DrawnPart) => void;
  'drawing:erased': () => void;
  /** A presenter enlarges a part of the slide, or no longer does. */
  'zoom:changed': (message: { readonly at: SlidePoint | null }) => void;
  /** Counts of the signs that were sent since the last message. */
  'reactions:sent': (message: ReactionsSent) => void;
  'session:deleted': () => void;
}

export interface ConsoleEvents {
  'session:deck': (deck: ConsoleDeck) => void;
  'session:state': (snapshot: ConsoleSnapshot) => void;
  'activity:changed': (activity: ConsoleActivityView) => void;
  'presence:changed': (presence: Presence) => void;
  'storage:changed': (storage: StorageState) => void;
  /** Sent while developing only. */
  'deck:problems': (problems: DeckProblems) => void;
  'console:welcome': (message: ConsoleWelcome) => void;
  'delivery:changed': (delivery: Delivery) => void;
  'remotes:changed': (remotes: RemotesConnected) => void;
  'slides:moved': (move: SlidesMoved) => void;
  'session:deleted': () => void;
}

export interface RemoteEvents {
  'session:deck': (deck: RemoteDeckView) => void;
  'session:state': (snapshot: RemoteSnapshot) => void;
  'activity:changed': (activity: RemoteActivityView) => void;
  'presence:changed': (presence: Presence) => void;
  'storage:changed': (storage: StorageState) => void;
  /** Sent while developing only. */
  'deck:problems': (problems: DeckProblems) => void;
  /** The first message to a remote. */
  'remote:welcome': (clock: ServerClock) => void;
  'slides:moved': (move: SlidesMoved) => void;
  'session:deleted': () => void;
}

/** The number of times that each sign was sent, in the order of the signs. */
export interface ReactionsSent {
  readonly counts: readonly number[];
}

/** The number of phones that are connected as remotes. */
export interface RemotesConnected {
  readonly connected: number;
}

/** Somebody else has moved the slides, from another console or from a remote. */
export interface SlidesMoved {
  readonly by: 'console' | 'remote';
}

/** The number of attendees connected now; one with several tabs counts once. */
export interface Presence {
  readonly online: number;
}

/** The ability of the server to record answers. */
export interface StorageState {
  /** The reason why answers cannot be recorded; null if they can. */
  readonly problem: WireError | null;
}

/** The problems of the deck's files as they are now; with an error, the slides are an earlier version. */
export interface DeckProblems {
  /** The name of its folder. */
  readonly deck: string;
  /** Errors first; not all of very many. */
  readonly problems: readonly DeckProblem[];
}

/** The delivery of answers from phones to disk. Counts attendees; one with several tabs counts once. */
export interface Delivery {
  /** The question on the slide; null if there is none, or if it was never opened. */
  readonly question: QuestionDelivery | null;
  /** Attendees who disconnected in the last five minutes and have not reconnected. */
  readonly silent: number;
}

/** The delivery of the answers to a question in its current round, as counts of attendees. */
export interface QuestionDelivery {
  readonly activity: string;
  /** Attendees whose answer has reached the server. */
  readonly sent: number;
  /** Those of `sent` whose latest answer is on disk. */
  readonly recorded: number;
  /** The others of `sent`: waiting for the disk, or refused for a temporary reason. */
  readonly pending: number;
  /** Those of `pending` who have waited for more than five seconds. */
  readonly overdue: number;
}

/** The server's clock, which decides when questions close. */
export interface ServerClock {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: number;
}

/** The first message to a stage. */
export interface StageWelcome extends ServerClock {
  readonly joinUrl: string;
  /** True if this stage is signed in, and may move the slides. */
  readonly mayControl: boolean;
}

/** The first message to a console. */
export interface ConsoleWelcome extends ServerClock {
  readonly joinUrl: string;
}
