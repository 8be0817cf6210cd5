import type { ClientMessages, Handshake } from './schemas.ts';
import type {
  ActivityContent,
  AttendeeOutline,
  ConsoleActivityView,
  ConsoleDeck,
  ConsoleSnapshot,
  OwnAnswers,
  Receipt,
  StageActivityView,
  StageDeck,
  StageSnapshot,
  TakeHome,
  TallyView,
} from '../session/views.ts';
import type { WireError } from './wire-error.ts';

export type Role = Handshake['role'];

export type AnswerAck =
  | { readonly ok: true; readonly receipt: Receipt }
  | { readonly ok: false; readonly error: WireError };

export type TakeHomeAck =
  | { readonly ok: true; readonly takeHome: TakeHome }
  | { readonly ok: false; readonly error: WireError };

export type Ack = { readonly ok: true } | { readonly ok: false; readonly error: WireError };

/** The acknowledgement of each message that carries more than its success. */
interface OwnAcks {
  'answer:give': AnswerAck;
  'take-home:get': TakeHomeAck;
}

type AckOf<Event> = Event extends keyof OwnAcks ? OwnAcks[Event] : Ack;

/** The events that a client may send, with their messages as the schemas have them. */
export type ClientEvents = {
  [Event in keyof ClientMessages]: (
    message: ClientMessages[Event],
    ack: (ack: AckOf<Event>) => void,
  ) => void;
};

/** The events of the presenter's clients. */
export type ControlEvents = Omit<ClientEvents, keyof OwnAcks>;

export interface AttendeeEvents {
  /** Who the attendee is from now on; to be kept, and sent in later handshakes. */
  'attendee:token': (message: { readonly token: string }) => void;
  'server:clock': (clock: ServerClock) => void;
  /** Contents that the next outline names, by their keys. Each is sent once to a page. */
  'activity:contents': (contents: Readonly<Record<string, ActivityContent>>) => void;
  'session:state': (outline: AttendeeOutline) => void;
  'activity:changed': (changed: TallyView) => void;
  'answers:mine': (answers: OwnAnswers) => void;
  'session:deleted': () => void;
}

export interface StageEvents {
  'session:deck': (deck: StageDeck) => void;
  /** Slides that were shown for the first time, and the hash of the deck that has them. */
  'session:slides': (news: StageDeck) => void;
  'session:state': (snapshot: StageSnapshot) => void;
  'activity:changed': (activity: StageActivityView) => void;
  'presence:changed': (presence: Presence) => void;
  'storage:changed': (storage: StorageState) => void;
  'stage:welcome': (message: StageWelcome) => void;
  'session:deleted': () => void;
}

export interface ConsoleEvents {
  'session:deck': (deck: ConsoleDeck) => void;
  'session:state': (snapshot: ConsoleSnapshot) => void;
  'activity:changed': (activity: ConsoleActivityView) => void;
  'presence:changed': (presence: Presence) => void;
  'storage:changed': (storage: StorageState) => void;
  'console:welcome': (message: ConsoleWelcome) => void;
  'delivery:changed': (delivery: Delivery) => void;
  'session:deleted': () => void;
}

/** Attendees connected now; one with several tabs counts once. */
export interface Presence {
  readonly online: number;
}

/** Whether answers can be recorded just now. */
export interface StorageState {
  /** Why they cannot; null where they can. */
  readonly problem: WireError | null;
}

/** Where answers are between the phones and the disk. Attendees, one with several tabs once. */
export interface Delivery {
  /** The question on the slide; null where there is none that was opened. */
  readonly question: QuestionDelivery | null;
  /** Whose last connection ended in the last five minutes, and who have not come back. */
  readonly silent: number;
}

/** How the answers to a question stand, in its present round. */
export interface QuestionDelivery {
  readonly activity: string;
  /** Whose answer has reached the server. */
  readonly sent: number;
  /** Of these, whose latest answer is on disk. */
  readonly recorded: number;
  /** The others: they wait for the disk, or were refused for a reason that passes. */
  readonly pending: number;
  /** Of these, who have waited for more than five seconds. */
  readonly overdue: number;
}

/** What time it is at the server, by which questions close. */
export interface ServerClock {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: number;
}

/** What a stage needs beside the session. */
export interface StageWelcome extends ServerClock {
  readonly joinUrl: string;
  /** Whether this stage may move the slides, having shown the key. */
  readonly mayControl: boolean;
}

/** What a console needs beside the session. */
export interface ConsoleWelcome extends ServerClock {
  readonly joinUrl: string;
}
