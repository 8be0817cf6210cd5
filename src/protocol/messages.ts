import type { Json } from '../lib/json.ts';
import type { Position } from '../deck/deck.ts';
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

/** Both sides say it in the handshake; a server refuses a client of another version. */
export const protocolVersion = 2;

export type Role = 'attendee' | 'stage' | 'console';

/** What a client says of itself when it connects (`auth` of Socket.IO). */
export interface Handshake {
  readonly v: number;
  readonly code: string;
  readonly role: Role;
  /** An attendee's identity, as an earlier connection was given it. */
  readonly token?: string;
  /** The presenter's key; a signed-in browser needs none. */
  readonly key?: string;
  /** The hash of the deck that the client already has: it is not sent again. */
  readonly deck?: string;
  /** The keys of the contents that an attendee's page already has: they are not sent again. */
  readonly contents?: readonly string[];
  /** Made by the page when it was opened, at random: its older connection is closed. */
  readonly page?: string;
}

/** An answer on its way. */
export interface GiveAnswer {
  readonly activity: string;
  readonly answer: Json;
  /** Made by the client, 8 to 64 of `A-Z a-z 0-9 _ -`; repeating it repeats nothing. */
  readonly id: string;
  /** The hash of the question that was answered: refused if it has since been reworded. */
  readonly hash?: string;
  /** The round of the question that was answered: refused if it has since been asked anew. */
  readonly round?: number;
}

/** Why something was refused: a name for programs, words for people. */
export interface WireError {
  readonly name: string;
  readonly message: string;
  /** Seconds after which it is worth trying again by itself; left out where it is not. */
  readonly retryAfter?: number;
}

export type AnswerAck =
  | { readonly ok: true; readonly receipt: Receipt }
  | { readonly ok: false; readonly error: WireError };

export type TakeHomeAck =
  | { readonly ok: true; readonly takeHome: TakeHome }
  | { readonly ok: false; readonly error: WireError };

export type Ack = { readonly ok: true } | { readonly ok: false; readonly error: WireError };

type Control<Message> = (message: Message, ack: (ack: Ack) => void) => void;

/** What the presenter's clients send. */
export interface ControlEvents {
  'slide:show': Control<Position>;
  'join:show': Control<{ readonly shown: boolean }>;
  'activity:open': Control<{ readonly activity: string }>;
  'activity:close': Control<{ readonly activity: string }>;
  'activity:reveal': Control<{ readonly activity: string }>;
  'activity:hide': Control<{ readonly activity: string }>;
  'activity:reveal-answer': Control<{ readonly activity: string }>;
  'activity:reset': Control<{ readonly activity: string }>;
  'activity:control': Control<{ readonly activity: string; readonly control: Json }>;
  'self-paced:set': Control<{ readonly on: boolean }>;
  'session:end': Control<Record<string, never>>;
}

/** Everything that a client may send. */
export interface ClientEvents extends ControlEvents {
  'answer:give': (message: GiveAnswer, ack: (ack: AnswerAck) => void) => void;
  'take-home:get': (message: Record<string, never>, ack: (ack: TakeHomeAck) => void) => void;
}

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
