import type { StorageState } from '../../src/protocol/messages.ts';
import {
  unauthenticatedDeck,
  unauthenticatedSnapshot,
} from '../../src/session/unauthenticated-stage.ts';
import {
  consoleDeck,
  consoleSnapshot,
  ownAnswers,
  stageDeck,
  stageSnapshot,
} from '../../src/session/project.ts';
import { unreachable } from '../../src/lib/unreachable.ts';
import type { Presence } from '../live/presence.ts';
import type { SessionServices } from '../live/session-services.ts';
import {
  forAttendee,
  forConsole,
  forStage,
  type Identity,
  type PlenaryServer,
  type PlenarySocket,
} from './socket-types.ts';
import { authenticate, type AuthDeps } from '../auth/authenticate.ts';
import { PendingConnections } from '../limits/pending-connections.ts';
import { send } from './ws-frame.ts';
import { budgetsOf } from '../limits/rate-limit.ts';
import { listen, onFault, tallyFor } from './on-message.ts';
import { ConnectionTakeover } from './connection-takeover.ts';
import type { HttpTimeouts } from '../http/http-timeouts.ts';
import type { Publisher } from '../live/publisher.ts';
import type { LiveSession } from '../live/live-session.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { WireError } from '../../src/protocol/wire-error.ts';

const MOST_TABS = 8;

export interface SocketDeps extends AuthDeps {
  readonly timeouts: HttpTimeouts;
  readonly joinUrl: (code: string) => string;
  readonly publicUrl: string | null;
  /** undefined once the room was left. */
  readonly servicesOf: (session: LiveSession) => SessionServices | undefined;
  readonly storageOf: (code: string) => StorageState;
  readonly telemetry: Telemetry;
}

/** Lets connections in and handles what they send. */
export function acceptConnections(io: PlenaryServer, deps: SocketDeps): void {
  const registry = new WeakMap<PlenarySocket, LiveSession>();
  const pendingConnections = new PendingConnections(deps.timeouts.entering);
  const pages = new ConnectionTakeover();
  io.engine.on('connection', (arrival) => pendingConnections.arrived(arrival));
  keepDoor(io, registry, deps);
  io.on('connection', (socket) => {
    pendingConnections.cameIn(socket.conn);
    const session = registry.get(socket);
    const services = session === undefined ? undefined : deps.servicesOf(session);
    // Its session may have been deleted while it was at the door.
    if (session === undefined || services === undefined) socket.disconnect(true);
    else {
      pages.take(socket);
      welcome(socket, session, services, deps);
    }
    Reflect.set(socket, 'handshake', null);
    forgetRequest(socket);
  });
}

/** Turns connections away, or notes the room that each may enter. */
function keepDoor(
  io: PlenaryServer,
  registry: WeakMap<PlenarySocket, LiveSession>,
  deps: SocketDeps,
): void {
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
      deps.telemetry.metrics.connectionRefused(error.name);
      next(refused(error));
    };
    const authentication = authenticate(deps, socket.request, socket.handshake.auth).then(
      (authenticated) => {
        entering.delete(socket.conn);
        if (!authenticated.ok) return turnAway(authenticated.error);
        const { identity, session } = authenticated.value;
        const presence = deps.servicesOf(session)?.publisher.presence;
        if (presence !== undefined && hasManyTabs(presence, identity)) return turnAway(manyTabs);
        socket.data = identity;
        registry.set(socket, session);
        return next();
      },
    );
    authentication.catch(onFault(deps.telemetry, turnAway));
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

/** Each answer is told to all tabs of its attendee: a hundred of them would be a flood. */
function hasManyTabs(presence: Presence, { role, attendee }: Identity): boolean {
  return role === 'attendee' && presence.tabsOf(attendee).length >= MOST_TABS;
}

/** Socket.IO hands `data` of an error to the client, and nothing else of it but its message. */
function refused(error: WireError): Error {
  return Object.assign(new Error(error.message), { data: error });
}

function welcome(
  socket: PlenarySocket,
  session: LiveSession,
  { publisher, deliveryStatus }: SessionServices,
  deps: SocketDeps,
): void {
  const { code, role, attendee } = socket.data;
  const { presence } = publisher;
  presence.enter(socket);
  socket.on('disconnect', () => {
    presence.leave(socket);
    if (role !== 'attendee') return;
    publisher.presenceChanged();
    if (presence.tabsOf(attendee).length === 0) deliveryStatus.left(attendee);
  });
  switch (role) {
    case 'attendee':
      welcomeAttendee(socket, session, publisher, deps.now());
      publisher.presenceChanged();
      deliveryStatus.came(attendee);
      break;
    case 'stage':
      welcomeStage(socket, session, deps);
      send(socket, forStage('presence:changed', { online: presence.online }));
      send(socket, forStage('storage:changed', deps.storageOf(code)));
      break;
    case 'console':
      welcomeConsole(socket, session, deps);
      send(socket, forConsole('presence:changed', { online: presence.online }));
      send(socket, forConsole('storage:changed', deps.storageOf(code)));
      send(socket, forConsole('delivery:changed', deliveryStatus.delivery()));
      break;
    default:
      unreachable(role);
  }
  listen({ socket, session, presence, observers: { deliveryStatus, telemetry: deps.telemetry } });
}

function welcomeStage(
  socket: PlenarySocket,
  { state }: LiveSession,
  { joinUrl, now }: SocketDeps,
): void {
  const { code, isPresenter, deck: known } = socket.data;
  const deck = isPresenter ? stageDeck(state.deck) : unauthenticatedDeck(state);
  if (known !== deck.hash) send(socket, forStage('session:deck', deck));
  const where = { joinUrl: joinUrl(code), now: now(), mayControl: isPresenter };
  send(socket, forStage('stage:welcome', where));
  const snapshot = isPresenter ? stageSnapshot(state) : unauthenticatedSnapshot(state);
  send(socket, forStage('session:state', snapshot));
}

function welcomeConsole(socket: PlenarySocket, { state }: LiveSession, deps: SocketDeps): void {
  const { code, deck: known } = socket.data;
  if (known !== state.deck.hash) {
    send(socket, forConsole('session:deck', consoleDeck(state.deck)));
  }
  const where = { joinUrl: deps.joinUrl(code), now: deps.now() };
  send(socket, forConsole('console:welcome', where));
  send(socket, forConsole('session:state', consoleSnapshot(state)));
}

function welcomeAttendee(
  socket: PlenarySocket,
  session: LiveSession,
  publisher: Publisher,
  now: number,
): void {
  const { attendee, newToken } = socket.data;
  const own = ownAnswers(session.state, attendee);
  send(
    socket,
    ...(newToken === null ? [] : [forAttendee('attendee:token', { token: newToken })]),
    forAttendee('server:clock', { now }),
    ...publisher.welcomeFrames(socket),
    forAttendee('answers:mine', own),
    ...Object.keys(own).flatMap((activity) =>
      tallyFor(socket, session, publisher.presence, activity),
    ),
  );
}
