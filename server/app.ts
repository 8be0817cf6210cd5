import type { Server } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { DeckProblem } from '../src/deck/deck.ts';
import { api } from './api.ts';
import { Attendance } from './attendance.ts';
import { forAttendee, type PlenaryServer } from './audience.ts';
import type { Decks } from './decks.ts';
import type { DoorKeeper } from './door.ts';
import { guesses } from './guesses.ts';
import { OpenConnections } from './open-connections.ts';
import type { Pages } from './pages.ts';
import type { Patience } from './patience.ts';
import type { PresenterKey } from './presenter-key.ts';
import { deliver } from './frame.ts';
import { Publisher } from './publisher.ts';
import type { Room } from './room.ts';
import { Rooms } from './rooms.ts';
import { addHealth, addPages } from './routes.ts';
import { openSockets } from './open-sockets.ts';
import { handleSockets } from './sockets.ts';
import { announceStorage, storageState } from './storage-notice.ts';
import type { SessionLog } from './store/session-log.ts';
import { WatchedLog } from './store/watched-log.ts';
import { Timekeeper } from './timekeeper.ts';

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
  /** Told of faults that nobody expected. */
  readonly onFault: (error: unknown) => void;
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
  const log = new WatchedLog(given.log, rounds);
  const deps = { ...given, log };
  const attending: Attending = new Map();
  const connections = new OpenConnections(deps.http);
  const io = openSockets(deps.http, deps.publicUrl);
  announceStorage(log, () => attendances(attending));
  const rooms = new Rooms(log, (room) => {
    const timekeeper = new Timekeeper(room, deps.now);
    attending.set(room, { publisher: new Publisher(new Attendance(), room), timekeeper });
  });
  const keeper = { rooms, key: deps.key, now: deps.now, ...guessing() };
  handleSockets(io, {
    ...{ ...keeper, ...deps },
    joinUrl: (code) => `${deps.baseUrl()}/j/${code}`,
    publisherOf: (room) => publisherOf(attending, room),
    storageOf: (code) => storageState(log, code),
  });
  const routes = new Hono<Env>();
  addHealth(routes, deps);
  routes.route(
    '/api/v1',
    api({ ...deps, ...keeper, onForgotten: (code) => sendAway(attending, code) }),
  );
  addPages(routes, deps);
  handleRequests(deps, routes);
  return {
    io,
    rooms,
    deckChanged: (name) => deckChanged(name, deps, rooms),
    async close() {
      for (const room of [...attending.keys()]) leave(attending, room);
      await connections.farewell(() => io.close());
      await deps.log.close();
    },
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

/** How many wrong codes and keys one network may send before it has to wait. */
function guessing(): Pick<DoorKeeper, 'wrongCodes' | 'wrongKeys'> {
  // A hall that mistypes is let through; a program that counts up from 000000 takes days.
  return { wrongCodes: guesses(30, 15), wrongKeys: guesses(10, 30) };
}

/** Who attends to each open room. */
type Attending = Map<Room, { readonly publisher: Publisher; readonly timekeeper: Timekeeper }>;

function attendances(attending: Attending): (readonly [Room, Attendance])[] {
  return [...attending].map(([room, { publisher }]) => [room, publisher.attendance]);
}

function leave(attending: Attending, room: Room): void {
  attending.get(room)?.publisher.stop();
  attending.get(room)?.timekeeper.stop();
  attending.delete(room);
}

/** Tells everybody in a session that it was deleted, and lets them go. */
function sendAway(attending: Attending, code: string): void {
  const forgotten = forAttendee('session:forgotten');
  for (const [room, { publisher }] of [...attending]) {
    if (room.state.code !== code) continue;
    for (const socket of [...publisher.attendance.everybody()]) {
      deliver(socket, forgotten);
      socket.disconnect();
    }
    leave(attending, room);
  }
}

function publisherOf(attending: Attending, room: Room): Publisher {
  const publisher = attending.get(room)?.publisher;
  if (publisher === undefined) throw new Error(`Room ${room.state.code} has no publisher`);
  return publisher;
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
