import type { StorageState, WireError } from '../../src/protocol/messages.ts';
import { keylessDeck, keylessSnapshot } from '../../src/session/unauthenticated-stage.ts';
import {
  consoleDeck,
  consoleSnapshot,
  ownAnswers,
  stageDeck,
  stageSnapshot,
} from '../../src/session/project.ts';
import { unreachable } from '../../src/lib/unreachable.ts';
import type { Attendance } from '../live/presence.ts';
import type { Attendants } from '../live/session-services.ts';
import {
  forAttendee,
  forConsole,
  forStage,
  type Guest,
  type PlenaryServer,
  type PlenarySocket,
} from './socket-types.ts';
import { admit, type DoorKeeper } from '../auth/authenticate.ts';
import { Doorstep } from '../limits/pending-connections.ts';
import { deliver } from './ws-frame.ts';
import { budgetsOf } from '../limits/rate-limit.ts';
import { listen, onFault, tallyFor } from './on-message.ts';
import { OneConnection } from './connection-takeover.ts';
import type { Patience } from '../http/http-timeouts.ts';
import type { Publisher } from '../live/publisher.ts';
import type { Room } from '../live/live-session.ts';
import type { Watch } from '../telemetry/telemetry.ts';

const MOST_TABS = 8;

export interface SocketDeps extends DoorKeeper {
  readonly patience: Patience;
  readonly joinUrl: (code: string) => string;
  readonly publicUrl: string | null;
  /** undefined once the room was left. */
  readonly attendantsOf: (room: Room) => Attendants | undefined;
  readonly storageOf: (code: string) => StorageState;
  readonly watch: Watch;
}

/** Lets connections in and handles what they send. */
export function handleSockets(io: PlenaryServer, deps: SocketDeps): void {
  const rooms = new WeakMap<PlenarySocket, Room>();
  const doorstep = new Doorstep(deps.patience.entering);
  const pages = new OneConnection();
  io.engine.on('connection', (arrival) => doorstep.arrived(arrival));
  keepDoor(io, rooms, deps);
  io.on('connection', (socket) => {
    doorstep.cameIn(socket.conn);
    const room = rooms.get(socket);
    const attendants = room === undefined ? undefined : deps.attendantsOf(room);
    // Its session may have been deleted while it was at the door.
    if (room === undefined || attendants === undefined) socket.disconnect(true);
    else {
      pages.take(socket);
      welcome(socket, room, attendants, deps);
    }
    Reflect.set(socket, 'handshake', null);
    forgetRequest(socket);
  });
}

/** Turns connections away, or notes the room that each may enter. */
function keepDoor(io: PlenaryServer, rooms: WeakMap<PlenarySocket, Room>, deps: SocketDeps): void {
  const entering = new WeakSet<object>();
  io.use((socket, next) => {
    // A refused packet leaves its connection open: one may not ask at the door without end, and
    // not be two at once.
    if (entering.has(socket.conn) || !budgetsOf(socket.conn).entries.take(performance.now())) {
      socket.conn.close();
      return;
    }
    entering.add(socket.conn);
    const turnAway = (error: WireError): void => {
      deps.watch.metrics.connectionRefused(error.name);
      next(refused(error));
    };
    const admission = admit(deps, socket.request, socket.handshake.auth).then((admitted) => {
      entering.delete(socket.conn);
      if (!admitted.ok) return turnAway(admitted.error);
      const { guest, room } = admitted.value;
      const attendance = deps.attendantsOf(room)?.publisher.attendance;
      if (attendance !== undefined && hasManyTabs(attendance, guest)) return turnAway(manyTabs);
      socket.data = guest;
      rooms.set(socket, room);
      return next();
    });
    admission.catch(onFault(deps.watch, turnAway));
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

function welcome(
  socket: PlenarySocket,
  room: Room,
  { publisher, reconciliation }: Attendants,
  deps: SocketDeps,
): void {
  const { code, role, voter } = socket.data;
  const { attendance } = publisher;
  attendance.enter(socket);
  socket.on('disconnect', () => {
    attendance.leave(socket);
    if (role !== 'attendee') return;
    publisher.presenceChanged();
    if (attendance.tabsOf(voter).length === 0) reconciliation.left(voter);
  });
  switch (role) {
    case 'attendee':
      welcomeAttendee(socket, room, publisher, deps.now());
      publisher.presenceChanged();
      reconciliation.came(voter);
      break;
    case 'stage':
      welcomeWall(socket, room, deps);
      deliver(socket, forStage('presence:changed', { online: attendance.online }));
      deliver(socket, forStage('storage:changed', deps.storageOf(code)));
      break;
    case 'console':
      welcomeConsole(socket, room, deps);
      deliver(socket, forConsole('presence:changed', { online: attendance.online }));
      deliver(socket, forConsole('storage:changed', deps.storageOf(code)));
      deliver(socket, forConsole('delivery:changed', reconciliation.delivery()));
      break;
    default:
      unreachable(role);
  }
  listen({ socket, room, attendance, watchers: { reconciliation, watch: deps.watch } });
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
