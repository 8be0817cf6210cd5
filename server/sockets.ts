import { checkMessage, clientEventNames, readCommand } from '../src/protocol/door.ts';
import type {
  Ack,
  AnswerAck,
  ClientEvents,
  StorageState,
  TakeHomeAck,
  WireError,
} from '../src/protocol/protocol.ts';
import { keylessDeck, keylessSnapshot } from '../src/session/keyless-wall.ts';
import {
  consoleDeck,
  consoleSnapshot,
  ownAnswers,
  roomTally,
  stageDeck,
  stageSnapshot,
  takeHome,
} from '../src/session/project.ts';
import type { AnswerCommand } from '../src/session/commands.ts';
import { refusal, type Refusal } from '../src/session/refusal.ts';
import { answerKey } from '../src/session/state.ts';
import { unreachable } from '../src/lib/unreachable.ts';
import type { Attendance } from './attendance.ts';
import {
  forAttendee,
  forConsole,
  forStage,
  type Guest,
  type PlenaryServer,
  type PlenarySocket,
} from './audience.ts';
import { admit, type DoorKeeper } from './door.ts';
import { Doorstep } from './doorstep.ts';
import { isDeafTo } from './flood.ts';
import { deliver, Frame } from './frame.ts';
import { mayAsk } from './may-ask.ts';
import { budgetsOf } from './message-budget.ts';
import { OneConnection } from './one-connection.ts';
import { AckId } from './parser.ts';
import type { Patience } from './patience.ts';
import type { Publisher } from './publisher.ts';
import type { Room } from './room.ts';
import { storageProblemNames, type StorageProblem } from './store/session-log.ts';

const MOST_TABS = 8;

export interface SocketDeps extends DoorKeeper {
  readonly patience: Patience;
  readonly joinUrl: (code: string) => string;
  readonly publicUrl: string | null;
  readonly publisherOf: (room: Room) => Publisher;
  readonly storageOf: (code: string) => StorageState;
  /** Told of faults that nobody expected. */
  readonly onFault: (error: unknown) => void;
}

/** Lets connections in and handles what they send. */
export function handleSockets(io: PlenaryServer, deps: SocketDeps): void {
  const rooms = new WeakMap<PlenarySocket, Room>();
  const entering = new WeakSet<object>();
  const doorstep = new Doorstep(deps.patience.entering);
  const pages = new OneConnection();
  io.engine.on('connection', (arrival) => doorstep.arrived(arrival));
  io.use((socket, next) => {
    // A refused packet leaves its connection open: one may not ask at the door without end, and
    // not be two at once.
    if (entering.has(socket.conn) || !budgetsOf(socket.conn).entries.take(performance.now())) {
      socket.conn.close();
      return;
    }
    entering.add(socket.conn);
    const admission = admit(deps, socket.request, socket.handshake.auth).then((admitted) => {
      entering.delete(socket.conn);
      if (!admitted.ok) return next(refused(admitted.error));
      const { attendance } = deps.publisherOf(admitted.value.room);
      if (hasManyTabs(attendance, admitted.value.guest)) return next(refused(manyTabs));
      socket.data = admitted.value.guest;
      rooms.set(socket, admitted.value.room);
      return next();
    });
    admission.catch(next);
  });
  io.on('connection', (socket) => {
    doorstep.cameIn(socket.conn);
    const room = rooms.get(socket);
    if (room === undefined) socket.disconnect(true);
    else {
      pages.take(socket);
      welcome(socket, room, deps);
    }
    Reflect.set(socket, 'handshake', null);
    forgetRequest(socket);
  });
}

/** Lets go of the request that a connection began with, which is long answered: 1 kB of each phone. */
function forgetRequest({ conn }: PlenarySocket): void {
  if (conn.transport.name !== 'websocket') return;
  // Engine.IO's stand-in for a response stays with the TCP connection, and would keep it.
  const response: unknown = Reflect.get(conn.request, 'res');
  if (typeof response === 'object' && response !== null) Reflect.set(response, 'req', null);
  Reflect.set(conn.transport, 'req', null);
  Reflect.set(conn, 'request', null);
}

const manyTabs: WireError = {
  name: 'many-tabs',
  message: 'This page is open too many times on this device. Close some of them.',
  retryAfter: 10,
};

/** Each answer is told to all tabs of its voter: a hundred of them would be a flood. */
function hasManyTabs(attendance: Attendance, { role, voter }: Guest): boolean {
  return role === 'attendee' && attendance.tabsOf(voter).length >= MOST_TABS;
}

/** Socket.IO hands `data` of an error to the client, and nothing else of it but its message. */
function refused(error: WireError): Error {
  return Object.assign(new Error(error.message), { data: error });
}

function welcome(socket: PlenarySocket, room: Room, deps: SocketDeps): void {
  const { role } = socket.data;
  const publisher = deps.publisherOf(room);
  const { attendance } = publisher;
  attendance.enter(socket);
  socket.on('disconnect', () => {
    attendance.leave(socket);
    if (role === 'attendee') publisher.presenceChanged();
  });
  switch (role) {
    case 'attendee':
      welcomeAttendee(socket, room, publisher, deps.now());
      publisher.presenceChanged();
      break;
    case 'stage':
      welcomeWall(socket, room, deps);
      deliver(socket, forStage('presence:changed', { online: attendance.online }));
      deliver(socket, forStage('storage:changed', deps.storageOf(room.state.code)));
      break;
    case 'console':
      welcomeConsole(socket, room, deps);
      deliver(socket, forConsole('presence:changed', { online: attendance.online }));
      deliver(socket, forConsole('storage:changed', deps.storageOf(room.state.code)));
      break;
    default:
      unreachable(role);
  }
  listen({ socket, room, attendance }, deps.onFault);
}

function welcomeWall(socket: PlenarySocket, { state }: Room, { joinUrl, now }: SocketDeps): void {
  const { code, isPresenter, deck: known } = socket.data;
  const deck = isPresenter ? stageDeck(state.deck) : keylessDeck(state);
  if (known !== deck.hash) deliver(socket, forStage('session:deck', deck));
  const where = { joinUrl: joinUrl(code), now: now(), mayControl: isPresenter };
  deliver(socket, forStage('stage:welcome', where));
  const snapshot = isPresenter ? stageSnapshot(state) : keylessSnapshot(state);
  deliver(socket, forStage('session:state', snapshot));
}

function welcomeConsole(socket: PlenarySocket, { state }: Room, deps: SocketDeps): void {
  const { code, deck: known } = socket.data;
  if (known !== state.deck.hash) {
    deliver(socket, forConsole('session:deck', consoleDeck(state.deck)));
  }
  const where = { joinUrl: deps.joinUrl(code), now: deps.now() };
  deliver(socket, forConsole('console:welcome', where));
  deliver(socket, forConsole('session:state', consoleSnapshot(state)));
}

function welcomeAttendee(
  socket: PlenarySocket,
  room: Room,
  { phonesKnow, attendance }: Publisher,
  now: number,
): void {
  const { voter, newToken } = socket.data;
  const own = ownAnswers(room.state, voter);
  deliver(
    socket,
    ...(newToken === null ? [] : [forAttendee('attendee:token', { token: newToken })]),
    forAttendee('server:clock', { now }),
    phonesKnow,
    forAttendee('answers:own', own),
    ...Object.keys(own).flatMap((activity) => tallyFor(socket, room, attendance, activity)),
  );
}

/** From now on the socket hears of the tally; the present one it is to be shown at once, if any. */
function tallyFor(
  socket: PlenarySocket,
  room: Room,
  attendance: Attendance,
  activity: string,
): readonly Frame[] {
  if (!attendance.noteAnswered(socket, activity)) return [];
  const asked = room.state.activities.get(activity);
  if (asked?.phase !== 'open' || !asked.revealed) return [];
  return [forAttendee('activity:changed', roomTally(asked))];
}

const fault: WireError = {
  name: 'fault',
  message: 'Something went wrong here. It was noted; please try again.',
};
const slowDown: WireError = { name: 'slow-down', message: 'Too many messages.', retryAfter: 1 };

type AnyAck = Ack | AnswerAck | TakeHomeAck;
/** The acknowledgement, and what goes out with it. */
type Reply = (ack: AnyAck, ...frames: readonly Frame[]) => void;

function listen(place: Place, onFault: SocketDeps['onFault']): void {
  const { socket } = place;
  const { messages } = budgetsOf(socket.conn);
  socket.use((packet: readonly unknown[]) => {
    const [event, message, wanted = message] = packet;
    const isInBudget = messages.take(performance.now());
    if (typeof event !== 'string' || !(wanted instanceof AckId)) return;
    const reply: Reply = (ack, ...frames) =>
      deliver(socket, Frame.acknowledgement(wanted.id, ack), ...frames);
    if (!isInBudget) {
      if (!isDeafTo(socket.conn)) reply({ ok: false, error: slowDown });
      return;
    }
    const known = clientEventNames.find((name) => name === event);
    if (known === undefined) {
      const words = `The protocol has no message "${event.slice(0, 40)}".`;
      reply({ ok: false, error: { name: 'unknown-message', message: words } });
      return;
    }
    const sent = { event: known, message: message === wanted ? undefined : message };
    try {
      handle(place, { ...sent, size: wanted.size }, reply);
    } catch (error) {
      // Thrown on from here, it would end the server for everybody.
      onFault(error);
      reply({ ok: false, error: fault });
    }
  });
}

interface Place {
  readonly socket: PlenarySocket;
  readonly room: Room;
  readonly attendance: Attendance;
}

interface Sent {
  readonly event: keyof ClientEvents;
  readonly message: unknown;
  /** In characters, as it arrived. */
  readonly size: number;
}

/** Replies exactly once: at once, or when what follows is durable. */
function handle(place: Place, { event, message, size }: Sent, reply: Reply): void {
  const { socket, room } = place;
  const allowed = mayAsk(socket.data, event);
  if (allowed !== null) return reply({ ok: false, error: allowed });
  if (event === 'take-home:ask') return reply(giveTakeHome(socket, room, message));
  const command = readCommand(event, message, socket.data.voter, size);
  if (!command.ok) return reply({ ok: false, error: command.error });
  room.submit(command.value, (outcome) => {
    if (!outcome.ok) reply({ ok: false, error: wireError(outcome.error) });
    else if (command.value.type !== 'answer:give') reply({ ok: true });
    else recorded(place, command.value, reply);
  });
}

// What passes by itself: a client keeps the answer and tries again.
const storageProblems: ReadonlySet<string> = new Set(storageProblemNames);

function wireError({ name, message }: Refusal | StorageProblem): WireError {
  return { name, message, ...(storageProblems.has(name) ? { retryAfter: 3 } : {}) };
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
  { socket, room, attendance }: Place,
  { activity, voter, id }: AnswerCommand,
  reply: Reply,
): void {
  const fact = room.state.activities.get(activity)?.ids.get(answerKey(voter, id));
  if (fact === undefined) return reply({ ok: false, error: refusal('reset') });
  const tabs = attendance.tabsOf(voter);
  if (tabs.length > 1) {
    const own = forAttendee('answers:own', ownAnswers(room.state, voter));
    for (const tab of tabs) if (tab !== socket) deliver(tab, own);
  }
  const tally = socket.connected ? tallyFor(socket, room, attendance, activity) : [];
  reply({ ok: true, receipt: { activity, id, seq: fact.seq, at: fact.at } }, ...tally);
}
