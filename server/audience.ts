import type { Server, Socket } from 'socket.io';
import type {
  AttendeeEvents,
  ClientEvents,
  ConsoleEvents,
  Role,
  StageEvents,
} from '../src/protocol/protocol.ts';

/** What the door found out about a connection; handlers rely on it. */
export interface Guest {
  readonly code: string;
  readonly role: Role;
  /** Whether it has shown the presenter's key. */
  readonly isPresenter: boolean;
  /** An attendee's identity; empty for the others. */
  readonly voter: string;
  /** The token to keep, where a new one was made. */
  readonly newToken: string | null;
  /** The hash of the deck that it already has. */
  readonly deck: string | null;
  /** Which page it is, over all its connections. */
  readonly page: string | null;
}

type ServerEvents = AttendeeEvents | StageEvents | ConsoleEvents;
type NoEvents = Record<string, never>;
export type PlenaryServer = Server<ClientEvents, AnyServerEvents, NoEvents, Guest>;
export type PlenarySocket = Socket<ClientEvents, AnyServerEvents, NoEvents, Guest>;

// Socket.IO knows one map of events for a server; each sender below knows its audience's own.
interface AnyServerEvents {
  [event: string]: (...message: readonly unknown[]) => void;
}

/** The names of a session's groups of connections. */
export const group = {
  of: (code: string, role: Role): string => `${code}/${role}`,
  /** Walls that have shown the key, or those that have not. */
  walls: (code: string, signedIn: boolean): string =>
    `${code}/stage/${signedIn ? 'signed-in' : 'keyless'}`,
  voter: (code: string, voter: string): string => `${code}/voter/${voter}`,
  /** Attendees who have answered an activity: they may see its tally while it is open. */
  answered: (code: string, activity: string): string => `${code}/answered/${activity}`,
};

interface Target {
  emit(event: string, ...message: readonly unknown[]): unknown;
}

/** What comes with an event: nothing, or one message. */
type Message<Handler> = Handler extends (...message: infer M) => void ? M : never;

/** Sends one event of an audience's own map. */
function sender<Events extends ServerEvents>() {
  return <Event extends keyof Events & string>(
    target: Target,
    event: Event,
    ...message: Message<Events[Event]>
  ): void => {
    target.emit(event, ...message);
  };
}

export const toAttendee = sender<AttendeeEvents>();
export const toStage = sender<StageEvents>();
export const toConsole = sender<ConsoleEvents>();
