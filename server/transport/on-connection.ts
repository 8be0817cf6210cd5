import type { StorageState } from '../../src/protocol/messages.ts';
import { unauthenticatedSnapshot } from '../../src/session/unauthenticated-stage.ts';
import {
  consoleDeck,
  consoleSnapshot,
  ownAnswers,
  stageDeck,
  stageSnapshot,
} from '../../src/session/project.ts';
import { unreachable } from '../../src/lib/unreachable.ts';
import type { DeckWatch } from '../live/deck-watch.ts';
import type { Presence } from '../live/presence.ts';
import type { SessionServices } from '../live/session-services.ts';
import {
  forAttendee,
  forConsole,
  forStage,
  type Identity,
  type PlenarySocket,
} from './socket-types.ts';
import { authenticate, type AuthDeps, type Authenticated } from '../auth/authenticate.ts';
import type { Member } from './member.ts';
import { dispatcher, tellFault } from './on-message.ts';
import type { Connection } from './connection.ts';
import { ConnectionTakeover } from './connection-takeover.ts';
import type { LiveSession } from '../live/live-session.ts';
import { guarded } from '../telemetry/guarded.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { WireError } from '../../src/protocol/wire-error.ts';
import type { SocketServer } from './socket-server.ts';

const MAX_TABS = 8;
// More than any talk projects; each is sent every slide and every tally.
const MAX_UNAUTHENTICATED_STAGES = 100;

export interface SocketDeps extends AuthDeps {
  readonly joinUrl: (code: string) => string;
  readonly remoteUrl: (session: LiveSession) => string;
  readonly publicUrl: string | null;
  /** undefined once the session was closed. */
  readonly servicesOf: (session: LiveSession) => SessionServices | undefined;
  readonly storageOf: (code: string) => StorageState;
  readonly deckWatch: DeckWatch;
  readonly telemetry: Telemetry;
}

/** Lets connections into their sessions and handles their messages. */
export function acceptConnections({ io, connections }: SocketServer, deps: SocketDeps): void {
  const takeover = new ConnectionTakeover();
  io.use((socket, next) => {
    const connection = connections.get(socket.conn);
    if (connection?.beginEntry() === true) void enter(connection, socket, deps).then(next);
  });
  io.on(
    'connection',
    guarded(deps.telemetry.fault, (socket: PlenarySocket) => {
      const connection = connections.get(socket.conn);
      if (connection !== undefined) join(connection, socket, takeover, deps);
    }),
  );
}

/** Resolves with undefined, or with the error that refuses the connection. Never rejects. */
async function enter(
  connection: Connection,
  socket: PlenarySocket,
  deps: SocketDeps,
): Promise<Error | undefined> {
  let refusal: WireError | null = null;
  try {
    const authenticated = await authenticate(deps, connection.caller, socket.handshake.auth);
    if (authenticated.ok) {
      const { identity, session } = authenticated.value;
      const presence = deps.servicesOf(session)?.publisher.presence;
      if (presence !== undefined) refusal = crowdingError(presence, identity);
    } else refusal = authenticated.error;
    connection.endEntry(authenticated.ok && refusal === null ? authenticated.value : null);
  } catch (error) {
    connection.endEntry(null);
    tellFault(deps.telemetry, error, (told) => (refusal = told));
  }
  if (refusal === null) return undefined;
  deps.telemetry.metrics.connectionRefused(refusal.name);
  // Socket.IO hands `data` of an error to the client, and nothing else of it but its message.
  return Object.assign(new Error(refusal.message), { data: refusal });
}

const manyTabs: WireError = {
  name: 'many-tabs',
  message: 'This page is open too many times on this device. Close some of them.',
  retryAfter: 10,
};

const manyStages: WireError = {
  name: 'no-room',
  message:
    'This session is open on too many stages. Sign in at /present to open one more, or close some of them.',
  retryAfter: 10,
};

/** The reason that a session takes no more of these, or null. */
function crowdingError(presence: Presence, identity: Identity): WireError | null {
  const { role, attendee, isPresenter } = identity;
  // Each answer is sent to all tabs of its attendee: a hundred of them would be a flood.
  if (role === 'attendee') return presence.tabsOf(attendee).length >= MAX_TABS ? manyTabs : null;
  const isUnauthenticated = role === 'stage' && !isPresenter;
  const isCrowded = presence.unauthenticatedStages.size >= MAX_UNAUTHENTICATED_STAGES;
  return isUnauthenticated && isCrowded ? manyStages : null;
}

function join(
  connection: Connection,
  socket: PlenarySocket,
  takeover: ConnectionTakeover,
  deps: SocketDeps,
): void {
  const { state } = connection;
  const entry = state.name === 'pending' ? state.entry : null;
  const admitted = entry === 'authenticating' ? null : entry;
  const services = admitted === null ? undefined : deps.servicesOf(admitted.session);
  // Its session may have been deleted while it authenticated, or its remotes disconnected.
  if (admitted === null || services === undefined || isOutdatedRemote(admitted)) {
    socket.disconnect(true);
    return;
  }
  const { telemetry, now, remoteUrl } = deps;
  const member = { connection, ...admitted, services, telemetry, now, remoteUrl };
  const { identity } = admitted;
  connection.join(socket, identity, {
    dispatch: dispatcher(member),
    left: () => {
      takeover.leave(connection, identity);
      leave(member);
    },
  });
  takeover.take(connection, identity);
  services.publisher.presence.enter(connection, identity);
  try {
    welcome(member, deps);
  } catch (error) {
    // The rest of its welcome would never come; connected again, it gets all of it.
    deps.telemetry.fault(error);
    connection.close('fault');
  }
}

function isOutdatedRemote({ session, identity, remoteGeneration }: Authenticated): boolean {
  return identity.role === 'remote' && remoteGeneration !== session.state.remoteGeneration;
}

function leave({ connection, identity, services }: Member): void {
  const { publisher, deliveryStatus, remotes } = services;
  publisher.presence.leave(connection, identity);
  if (identity.role === 'remote') remotes.changed();
  if (identity.role !== 'attendee') return;
  publisher.presenceChanged();
  if (publisher.presence.tabsOf(identity.attendee).length === 0)
    deliveryStatus.left(identity.attendee);
}

function welcome(member: Member, deps: SocketDeps): void {
  const { connection, identity, services } = member;
  const { publisher, deliveryStatus, remotes } = services;
  const online = () => publisher.presence.online();
  const storage = deps.storageOf(identity.code);
  switch (identity.role) {
    case 'attendee':
      welcomeAttendee(member, deps.now());
      services.shownQuestions.came(identity.attendee, deps.now());
      publisher.presenceChanged();
      deliveryStatus.came(identity.attendee);
      break;
    case 'stage':
      welcomeStage(member, deps);
      connection.send(forStage('presence:changed', { online: online() }));
      connection.send(forStage('storage:changed', storage));
      welcomeProblems(member, deps);
      break;
    case 'console':
      welcomeConsole(member, deps);
      connection.send(forConsole('presence:changed', { online: online() }));
      connection.send(forConsole('storage:changed', storage));
      welcomeProblems(member, deps);
      connection.send(forConsole('delivery:changed', deliveryStatus.delivery()));
      connection.send(remotes.connected());
      break;
    case 'remote':
      remotes.welcome(connection, identity.deck, deps.now());
      connection.send(forConsole('presence:changed', { online: online() }));
      connection.send(forConsole('storage:changed', storage));
      remotes.changed();
      break;
    default:
      unreachable(identity.role);
  }
}

function welcomeProblems({ connection, session }: Member, { deckWatch }: SocketDeps): void {
  const problems = deckWatch.problemsOf(session.state.deck.name);
  if (problems !== null) connection.send(forStage('deck:problems', problems));
}

function welcomeStage(member: Member, deps: SocketDeps): void {
  const { connection, identity, session, services } = member;
  const { state } = session;
  const { code, isPresenter, deck: known } = identity;
  if (isPresenter) {
    const deck = stageDeck(state.deck);
    if (known !== deck.hash) connection.send(forStage('session:deck', deck));
  } else {
    const { hash, frame } = services.publisher.unauthenticatedDeck();
    if (known !== hash) connection.send(frame);
  }
  const where = { joinUrl: deps.joinUrl(code), now: deps.now(), mayControl: isPresenter };
  connection.send(forStage('stage:welcome', where));
  const snapshot = isPresenter ? stageSnapshot(state) : unauthenticatedSnapshot(state);
  connection.send(forStage('session:state', snapshot));
}

function welcomeConsole({ connection, identity, session }: Member, deps: SocketDeps): void {
  const { state } = session;
  const { code, deck: known } = identity;
  if (known !== state.deck.hash) {
    connection.send(forConsole('session:deck', consoleDeck(state.deck)));
  }
  const where = { joinUrl: deps.joinUrl(code), now: deps.now() };
  connection.send(forConsole('console:welcome', where));
  connection.send(forConsole('session:state', consoleSnapshot(state)));
}

function welcomeAttendee({ connection, identity, session, services }: Member, now: number): void {
  const { attendee, newToken } = identity;
  const { publisher } = services;
  const own = ownAnswers(session.state, attendee);
  connection.send(
    ...(newToken === null ? [] : [forAttendee('attendee:token', { token: newToken })]),
    forAttendee('server:clock', { now }),
    // Before the state: a page drawn without one's own answers would start at the first item anew.
    forAttendee('answers:mine', own),
    ...publisher.welcomeFrames(connection, identity.contents),
    ...Object.keys(own).flatMap((activity) => publisher.tallyOnceAnswered(connection, activity)),
  );
}
