import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { checkMessage, clientEventNames, readCommand } from '../src/protocol/door.ts';
import type {
  Ack,
  AnswerAck,
  ClientEvents,
  StageWelcome,
  StorageState,
  TakeHomeAck,
  WireError,
} from '../src/protocol/protocol.ts';
import { keylessDeck, keylessSnapshot } from '../src/session/keyless-wall.ts';
import {
  roomView,
  attendeeSnapshot,
  consoleDeck,
  consoleSnapshot,
  ownAnswers,
  stageDeck,
  stageSnapshot,
  takeHome,
} from '../src/session/project.ts';
import type { Command } from '../src/session/commands.ts';
import { refusal } from '../src/session/refusal.ts';
import { answerKey } from '../src/session/state.ts';
import { unreachable } from '../src/lib/unreachable.ts';
import type { Attendants } from './attendants.ts';
import {
  group,
  toAttendee,
  toConsole,
  toStage,
  type Guest,
  type PlenaryServer,
  type PlenarySocket,
} from './audience.ts';
import { admit, type DoorKeeper } from './door.ts';
import { budgetsOf } from './message-budget.ts';
import { faultWords } from './health.ts';
import { isOwnOrigin } from './origin.ts';
import type { Room } from './room.ts';
import { isStorageProblem } from './store/session-log.ts';
import { closeUnread } from './unread.ts';
import { deliver, type Watchers } from './watch/deliver.ts';
import type { Watch } from './watch/watch.ts';

// Past this, a message is cut off with its connection; what is merely too long gets words before.
const LARGEST_MESSAGE = 100_000;
const MOST_TABS = 8;

export interface SocketDeps extends DoorKeeper {
  readonly joinUrl: (code: string) => string;
  readonly publicUrl: string | null;
  /** undefined once the room was left. */
  readonly attendantsOf: (room: Room) => Attendants | undefined;
  readonly storageOf: (code: string) => StorageState;
  readonly watch: Watch;
}

/** The Socket.IO server on an HTTP server, without a single handler yet. */
export function openSockets(http: HttpServer, publicUrl: string | null): PlenaryServer {
  return new Server(http, {
    serveClient: false,
    maxHttpBufferSize: LARGEST_MESSAGE,
    perMessageDeflate: false,
    // A phone that fell asleep or off the Wi-Fi is noticed within half a minute.
    pingInterval: 15_000,
    pingTimeout: 12_000,
    allowRequest: (request, decide) => {
      decide(null, isOwnOrigin(request, publicUrl));
    },
  });
}

/** Lets connections in and handles what they send. */
export function handleSockets(io: PlenaryServer, deps: SocketDeps): void {
  const rooms = new WeakMap<PlenarySocket, Room>();
  io.engine.on('connection', closeUnread);
  io.use((socket, next) => {
    // A refused packet leaves its connection open: one may not ask at the door without end.
    if (!budgetsOf(socket.conn).entries.take(performance.now())) {
      socket.conn.close();
      return;
    }
    const turnAway = (error: WireError): void => {
      deps.watch.metrics.connectionRefused(error.name);
      next(refused(error));
    };
    void admit(deps, socket.request, socket.handshake.auth).then(
      (admitted) => {
        if (!admitted.ok) return turnAway(admitted.error);
        if (hasManyTabs(io, admitted.value.guest)) return turnAway(manyTabs);
        socket.data = admitted.value.guest;
        rooms.set(socket, admitted.value.room);
        return next();
      },
      onFault(deps.watch, turnAway),
    );
  });
  io.on('connection', (socket) => {
    const room = rooms.get(socket);
    const attendants = room === undefined ? undefined : deps.attendantsOf(room);
    // Its session may have been deleted while it was at the door.
    if (room === undefined || attendants === undefined) socket.disconnect(true);
    else welcome(socket, room, attendants, deps);
  });
}

const manyTabs: WireError = {
  name: 'many-tabs',
  message: 'This page is open too many times on this device. Close some of them.',
  retryAfter: 10,
};

/** Notes a fault, and tells whoever met it that it was one: its own words are not for them. */
function onFault(watch: Watch, tell: (error: WireError) => void): (error: unknown) => void {
  return (error) => {
    watch.fault(error);
    tell({ name: 'fault', message: faultWords, retryAfter: 5 });
  };
}

/** Each answer is told to all tabs of its voter: a hundred of them would be a flood. */
function hasManyTabs(io: PlenaryServer, { role, code, voter }: Guest): boolean {
  const tabs = io.of('/').adapter.rooms.get(group.voter(code, voter));
  return role === 'attendee' && (tabs?.size ?? 0) >= MOST_TABS;
}

/** Socket.IO hands `data` of an error to the client, and nothing else of it but its message. */
function refused(error: WireError): Error {
  return Object.assign(new Error(error.message), { data: error });
}

function welcome(
  socket: PlenarySocket,
  room: Room,
  { publisher, reconciliation }: Attendants,
  deps: SocketDeps,
): void {
  const guest = socket.data;
  void socket.join(group.of(guest.code, guest.role));
  switch (guest.role) {
    case 'attendee':
      welcomeAttendee(socket, room, deps.now());
      publisher.presenceChanged();
      reconciliation.came(guest.voter);
      socket.on('disconnect', () => {
        publisher.presenceChanged();
        if (!publisher.isHere(guest.voter)) reconciliation.left(guest.voter);
      });
      break;
    case 'stage':
      welcomeWall(socket, room, { joinUrl: deps.joinUrl(guest.code), now: deps.now() });
      toStage(socket, 'presence:changed', { online: publisher.online() });
      toStage(socket, 'storage:changed', deps.storageOf(guest.code));
      break;
    case 'console':
      if (guest.deck !== room.state.deck.hash) {
        toConsole(socket, 'session:deck', consoleDeck(room.state.deck));
      }
      toConsole(socket, 'console:welcome', { joinUrl: deps.joinUrl(guest.code), now: deps.now() });
      toConsole(socket, 'session:state', consoleSnapshot(room.state));
      toConsole(socket, 'presence:changed', { online: publisher.online() });
      toConsole(socket, 'storage:changed', deps.storageOf(guest.code));
      toConsole(socket, 'delivery:changed', reconciliation.delivery());
      break;
    default:
      unreachable(guest.role);
  }
  listen(socket, room, { reconciliation, watch: deps.watch });
}

function welcomeWall(
  socket: PlenarySocket,
  { state }: Room,
  where: Omit<StageWelcome, 'mayControl'>,
): void {
  const { code, isPresenter, deck: known } = socket.data;
  void socket.join(group.walls(code, isPresenter));
  const deck = isPresenter ? stageDeck(state.deck) : keylessDeck(state);
  if (known !== deck.hash) toStage(socket, 'session:deck', deck);
  toStage(socket, 'stage:welcome', { ...where, mayControl: isPresenter });
  toStage(socket, 'session:state', isPresenter ? stageSnapshot(state) : keylessSnapshot(state));
}

function welcomeAttendee(socket: PlenarySocket, room: Room, now: number): void {
  const { code, voter, newToken } = socket.data;
  void socket.join(group.voter(code, voter));
  if (newToken !== null) toAttendee(socket, 'attendee:token', { token: newToken });
  toAttendee(socket, 'server:clock', { now });
  toAttendee(socket, 'session:state', attendeeSnapshot(room.state));
  const own = ownAnswers(room.state, voter);
  toAttendee(socket, 'answers:own', own);
  for (const activity of Object.keys(own)) showTallyTo(socket, room, activity);
}

/** From now on the socket hears of the tally; it sees the present one at once. */
function showTallyTo(socket: PlenarySocket, room: Room, activity: string): void {
  const answered = group.answered(socket.data.code, activity);
  if (socket.rooms.has(answered)) return;
  void socket.join(answered);
  const asked = room.state.activities.get(activity);
  if (asked?.phase !== 'open' || !asked.revealed) return;
  toAttendee(socket, 'activity:changed', roomView(asked));
}

const slowDown: WireError = { name: 'slow-down', message: 'Too many messages.', retryAfter: 1 };

type AnyAck = Ack | AnswerAck | TakeHomeAck;

function listen(socket: PlenarySocket, room: Room, watchers: Watchers): void {
  const { messages } = budgetsOf(socket.conn);
  socket.use((packet) => {
    const [event, ...rest] = packet as readonly unknown[];
    const ack = rest.at(-1);
    if (typeof event !== 'string' || typeof ack !== 'function') return;
    const reply = (answer: AnyAck): void => {
      if (!answer.ok) watchers.watch.metrics.messageRefused(answer.error.name);
      (ack as (answer: AnyAck) => void)(answer);
    };
    const refuse = (error: WireError): void => reply({ ok: false, error });
    if (!messages.take(performance.now())) {
      refuse(slowDown);
      return;
    }
    const known = clientEventNames.find((name) => name === event);
    if (known === undefined) {
      const message = `The protocol has no message "${event.slice(0, 40)}".`;
      refuse({ name: 'unknown-message', message });
      return;
    }
    void handle(socket, room, watchers, known, rest.length > 1 ? rest[0] : undefined).then(
      reply,
      onFault(watchers.watch, refuse),
    );
  });
}

async function handle(
  socket: PlenarySocket,
  room: Room,
  watchers: Watchers,
  event: keyof ClientEvents,
  message: unknown,
): Promise<AnyAck> {
  const allowed = mayAsk(socket.data, event);
  if (allowed !== null) return { ok: false, error: allowed };
  if (event === 'take-home:ask') return giveTakeHome(socket, room, message);
  const command = readCommand(event, message, socket.data.voter);
  if (!command.ok) return { ok: false, error: command.error };
  const outcome = await deliver(room, command.value, watchers);
  if (!outcome.ok) {
    const { name, message: words } = outcome.error;
    // It passes by itself: a client keeps the answer and tries again.
    const retry = isStorageProblem(name) ? { retryAfter: 3 } : {};
    return { ok: false, error: { name, message: words, ...retry } };
  }
  return command.value.type === 'answer:give'
    ? recorded(socket, room, command.value)
    : { ok: true };
}

function giveTakeHome(socket: PlenarySocket, room: Room, message: unknown): TakeHomeAck {
  const error = checkMessage('take-home:ask', message);
  if (error !== null) return { ok: false, error };
  const { pages } = budgetsOf(socket.conn);
  if (!pages.take(performance.now())) return { ok: false, error: slowDown };
  return { ok: true, takeHome: takeHome(room.state, socket.data.voter) };
}

/** The receipt of an answer that is durable by now; the voter's other tabs hear of it too. */
function recorded(
  socket: PlenarySocket,
  room: Room,
  command: Extract<Command, { type: 'answer:give' }>,
): AnswerAck {
  const { activity, voter, id } = command;
  const fact = room.state.activities.get(activity)?.ids.get(answerKey(voter, id));
  if (fact === undefined) {
    return { ok: false, error: refusal('reset') };
  }
  const others = socket.to(group.voter(socket.data.code, voter));
  toAttendee(others, 'answers:own', ownAnswers(room.state, voter));
  showTallyTo(socket, room, activity);
  return { ok: true, receipt: { activity, id, seq: fact.seq, at: fact.at } };
}

/** Why a guest may not send a message, or null where it may. */
function mayAsk(guest: Guest, event: keyof ClientEvents): WireError | null {
  if (event === 'answer:give' || event === 'take-home:ask') {
    return guest.role === 'attendee'
      ? null
      : { name: 'not-allowed', message: 'Only attendees give answers, and take them home.' };
  }
  if (guest.role === 'attendee' || !guest.isPresenter) {
    return { name: 'not-allowed', message: 'Only a presenter who has signed in can do this.' };
  }
  return null;
}
