import type { Server, Socket } from 'socket.io';
import type {
  AttendeeEvents,
  ClientEvents,
  ConsoleEvents,
  RemoteEvents,
  Role,
  StageEvents,
} from '../../src/protocol/messages.ts';
import { Frame } from './ws-frame.ts';

/** The identity that authentication found; handlers rely on it. */
export interface Identity {
  readonly code: string;
  readonly role: Role;
  /** True once it has shown the presenter's key. */
  readonly isPresenter: boolean;
  /** An attendee's identity; empty for the others. */
  readonly attendee: string;
  /** The token to keep, where a new one was made. */
  readonly newToken: string | null;
  /** The hash of the deck that it already has. */
  readonly deck: string | null;
  /** The keys of the contents that an attendee's page already has. */
  readonly contents: readonly string[];
  /** An id that a page keeps over all its connections. */
  readonly page: string | null;
}

type ServerEvents = AttendeeEvents | StageEvents | ConsoleEvents | RemoteEvents;
type NoEvents = Record<string, never>;
type NoData = Record<string, never>;
export type PlenaryServer = Server<ClientEvents, AnyServerEvents, NoEvents, NoData>;
export type PlenarySocket = Socket<ClientEvents, AnyServerEvents, NoEvents, NoData>;

// Socket.IO has one map of events for a server; each encoder below has that of its audience.
interface AnyServerEvents {
  [event: string]: (...message: readonly unknown[]) => void;
}

/** The arguments of an event: none, or one message. */
type Message<Handler> = Handler extends (...message: infer M) => void ? M : never;

/** Encodes one event of an audience's own map. */
function encoder<Events extends ServerEvents>() {
  return <Event extends keyof Events & string>(
    event: Event,
    ...message: Message<Events[Event]>
  ): Frame => Frame.event(event, message);
}

export const forAttendee = encoder<AttendeeEvents>();
export const forStage = encoder<StageEvents>();
export const forConsole = encoder<ConsoleEvents>();
export const forRemote = encoder<RemoteEvents>();
