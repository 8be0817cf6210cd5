import type { Server } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { DeckProblem } from '../../src/deck/deck.ts';
import { api } from '../http/api.ts';
import {
  attend,
  attendances,
  leave,
  running,
  sendAway,
  type Attending,
} from '../live/session-services.ts';
import type { PlenaryServer } from '../transport/socket-types.ts';
import type { Load } from '../limits/load-shedding.ts';
import type { Decks } from '../decks/decks.ts';
import type { DoorKeeper } from '../auth/authenticate.ts';
import { guesses } from '../auth/brute-force-limiter.ts';
import { addHealth } from '../http/health.ts';
import { OpenConnections } from './graceful-shutdown.ts';
import type { Pages } from '../http/pages.ts';
import type { Patience } from '../http/http-timeouts.ts';
import type { PresenterKey } from '../auth/presenter-key.ts';
import { Rooms } from '../live/session-registry.ts';
import { openSockets } from '../transport/socket-server.ts';
import { addHeaders, addPages } from '../http/static-pages.ts';
import { handleSockets } from '../transport/on-connection.ts';
import { announceStorage, storageState } from '../live/storage-status.ts';
import type { SessionLog } from '../storage/event-log.ts';
import { WatchedLog } from '../storage/monitored-log.ts';
import type { Journal } from '../telemetry/logger.ts';
import { Watch } from '../telemetry/telemetry.ts';

/** All that Plenary needs of the world. */
export interface AppDeps {
  /** Not listening yet. */
  readonly http: Server;
  readonly patience: Patience;
  readonly log: SessionLog;
  readonly key: PresenterKey;
  readonly decks: Decks;
  readonly pages: Pages;
  /** What QR codes say, without a slash at its end; known once the server listens. */
  readonly baseUrl: () => string;
  readonly publicUrl: string | null;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number;
  readonly journal: Journal;
  /** How many connections this process can have. */
  readonly mostConnections: number;
}

export interface App {
  readonly io: PlenaryServer;
  readonly rooms: Rooms;
  /**
   * A deck's files changed: sessions that show it go on with what it says now. Where it has
   * mistakes they go on with what they have, and it resolves with the mistakes.
   */
  deckChanged(name: string): Promise<readonly DeckProblem[]>;
  close(): Promise<void>;
}

type Env = { Bindings: HttpBindings };

// Recovery is noticed soon; what was recorded is read back so seldom that it costs nothing.
const rounds = { inTrouble: 2_000, inPeace: 20_000 };

/** Wires Plenary on a server that does not listen yet. */
export function createApp(given: AppDeps): App {
  const watch = new Watch(given.journal);
  const log = new WatchedLog(watch.measured(given.log), rounds);
  watch.follow(log);
  const deps = { ...given, log };
  const attending: Attending = new Map();
  const connections = new OpenConnections(deps.http);
  const io = openSockets(deps.http, deps.publicUrl);
  announceStorage(log, () => attendances(attending));
  const rooms = new Rooms(log, (room) => {
    room.onFault((error) => watch.fault(error));
    attend(attending, room, deps);
  });
  const load = loadOf(io, watch, deps);
  const keeper = { rooms, key: deps.key, now: deps.now, load, ...guessing() };
  handleSockets(io, {
    ...{ ...keeper, ...deps },
    joinUrl: (code) => `${deps.baseUrl()}/j/${code}`,
    attendantsOf: (room) => attending.get(room),
    storageOf: (code) => storageState(log, code),
    watch,
  });
  const routes = new Hono<Env>();
  addHeaders(routes, deps);
  addHealth(routes, { io, log, watch, running: () => running(attending) });
  const onForgotten = (code: string): void => sendAway(attending, code, deps.journal);
  routes.route('/api/v1', api({ ...deps, ...keeper, onForgotten }));
  addPages(routes, deps);
  handleRequests(deps, routes);
  return {
    io,
    rooms,
    deckChanged: (name) => deckChanged(name, deps, rooms),
    close: () => close(deps, watch, attending, () => connections.farewell(() => io.close())),
  };
}

/** Hands on to the routes what is not Socket.IO's, nor Vite's while developing. */
function handleRequests({ http, pages }: AppDeps, routes: Hono<Env>): void {
  const respond = getRequestListener(routes.fetch);
  http.on('request', (request, response) => {
    if (request.url?.startsWith('/socket.io/')) return;
    const pass = (): void => void respond(request, response);
    if (pages.middleware === null) pass();
    else pages.middleware(request, response, pass);
  });
}

async function close(
  { log, journal }: AppDeps,
  watch: Watch,
  attending: Attending,
  farewell: () => Promise<void>,
): Promise<void> {
  watch.stop();
  for (const room of [...attending.keys()]) leave(attending, room);
  await farewell();
  await log.close();
  journal.stopped();
}

function loadOf(io: PlenaryServer, watch: Watch, { mostConnections }: AppDeps): Load {
  const connections = () => io.engine.clientsCount;
  return { connections, late: () => watch.eventLoop.late, mostConnections };
}

/** How many wrong codes and keys one network may send before it has to wait. */
function guessing(): Pick<DoorKeeper, 'wrongCodes' | 'wrongKeys'> {
  // A hall that mistypes is let through; a program that counts up from 000000 takes days.
  return { wrongCodes: guesses(30, 15), wrongKeys: guesses(10, 30) };
}

async function deckChanged(
  name: string,
  deps: AppDeps,
  rooms: Rooms,
): Promise<readonly DeckProblem[]> {
  const loaded = await deps.decks.load(name);
  if (!loaded.ok) return loaded.error.problems;
  for (const room of await rooms.open()) {
    if (room.state.deck.name !== name || room.state.endedAt !== null) continue;
    await room.dispatch({ type: 'deck:revise', deck: loaded.value });
  }
  return [];
}
