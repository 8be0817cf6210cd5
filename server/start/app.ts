import type { Server } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { DeckProblem } from '../../src/deck/deck.ts';
import { api, type ApiDeps } from '../http/api.ts';
import { presences, type OpenSessions } from '../live/session-services.ts';
import type { PlenaryServer } from '../transport/socket-types.ts';
import { RequestLanes } from '../http/request-lanes.ts';
import { limitUnansweredRequests } from '../http/unanswered-requests.ts';
import { COST_OF_BODY } from '../limits/inbound-rates.ts';
import type { Load } from '../limits/load-shedding.ts';
import type { Decks } from '../decks/decks.ts';
import type { AuthDeps } from '../auth/authenticate.ts';
import { bruteForceLimiter, type GuessTable } from '../auth/brute-force-limiter.ts';
import { WantedCodes } from '../auth/wanted-codes.ts';
import { addHealth, type HealthDeps } from '../http/health.ts';
import { createSessions, type SessionsOfNode } from './create-sessions.ts';
import { GracefulShutdown } from './graceful-shutdown.ts';
import type { Pages } from '../http/pages.ts';
import type { HttpTimeouts } from '../http/http-timeouts.ts';
import { remoteToken } from '../auth/remote-token.ts';
import type { PresenterKey } from '../auth/presenter-key.ts';
import type { IdleLimits } from '../live/idle-sessions.ts';
import type { SessionRegistry } from '../live/session-registry.ts';
import { createSocketServer } from '../transport/socket-server.ts';
import { addSecurityHeaders } from '../http/security-headers.ts';
import { addReportPage } from '../http/report-pages.ts';
import { addPages, type PageDeps } from '../http/static-pages.ts';
import { acceptConnections, type SocketDeps } from '../transport/on-connection.ts';
import { DeckWatch } from '../live/deck-watch.ts';
import { announceStorageStatus, storageStatus } from '../live/storage-status.ts';
import type { EventLog } from '../storage/event-log.ts';
import type { Postgres } from '../storage/postgres/postgres.ts';
import { GUESSES_TABLE } from '../storage/postgres/postgres-schema.ts';
import { LogMonitor } from '../storage/log-monitor.ts';
import type { ServerLogger } from '../telemetry/logger.ts';
import type { OnFault } from '../telemetry/guarded.ts';
import { Telemetry } from '../telemetry/telemetry.ts';

/** The parts of a server that depend on its surroundings. */
export interface AppDeps {
  /** Not listening yet. */
  readonly http: Server;
  readonly timeouts: HttpTimeouts;
  readonly log: EventLog;
  readonly key: PresenterKey;
  readonly decks: Decks;
  readonly pages: Pages;
  /** The address in QR codes, without a slash at its end; known once the server listens. */
  readonly baseUrl: () => string;
  readonly publicUrl: string | null;
  /** The days for which sessions are kept at most; null for any time. */
  readonly keepDays: number | null;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number;
  readonly logger: ServerLogger;
  /** The number of connections that this process can have. */
  readonly maxConnections: number;
  readonly idleLimits: IdleLimits;
  /** The database that nodes share; null where this is the only one. */
  readonly postgres: Postgres | null;
}

export interface App {
  readonly io: PlenaryServer;
  readonly registry: SessionRegistry;
  /**
   * Takes in a deck whose files changed: sessions that show it go on with the new version. Where it
   * has errors they go on with the old one. Resolves with all its problems.
   */
  deckChanged(name: string): Promise<readonly DeckProblem[]>;
  /** Notes an error that nobody expected. */
  fault(error: unknown): void;
  close(): Promise<void>;
}

type Env = { Bindings: HttpBindings };

// Recovery is noticed soon; recorded facts are read back so seldom that it costs nothing.
const checkIntervals = { inTrouble: 2_000, inPeace: 20_000 };

/** Wires Plenary on a server that does not listen yet. */
export function createApp(given: AppDeps): App {
  const telemetry = new Telemetry(given.logger);
  const monitor = new LogMonitor(telemetry.measured(given.log), checkIntervals, telemetry.fault);
  telemetry.follow(monitor);
  const deps = { ...given, log: monitor.log };
  const openSessions: OpenSessions = new Map();
  const connections = new GracefulShutdown(deps.http);
  const requests = new RequestLanes();
  const sockets = createSocketServer(deps.http, { ...deps, requests, onFault: telemetry.fault });
  // After Engine.IO, which keeps its own requests from those who listened before.
  limitUnansweredRequests(deps.http);
  const { io } = sockets;
  addSecurityHeaders(deps.http, io, deps.pages.styleSource);
  const inSessions = () => presences(openSessions);
  announceStorageStatus(monitor, inSessions);
  const sessionsOfNode = createSessions(openSessions, telemetry, deps);
  const { registry, onDeleted } = sessionsOfNode;
  const { key, now, postgres } = deps;
  const load = loadOf(io, telemetry, deps);
  const keeper = { registry, key, now, load, ...entrance(openSessions, postgres) };
  const deckWatch = new DeckWatch({ ...deps, registry, presences: inSessions });
  acceptConnections(sockets, {
    ...{ ...keeper, ...deps },
    ...addressesBelow(deps.baseUrl),
    servicesOf: (session) => openSessions.get(session),
    storageOf: (code) => storageStatus(monitor, code),
    deckWatch,
    telemetry,
  });
  const sessions = () => ({ running: registry.running, inMemory: openSessions.size });
  const routes = createRoutes({ ...sockets, ...deps, ...keeper, telemetry, sessions, onDeleted });
  handleRequests(deps, routes, requests, telemetry.fault);
  const shutdown = (): Promise<void> => connections.shutdown(() => io.close());
  return {
    io,
    registry,
    fault: telemetry.fault,
    deckChanged: (name) => deckWatch.deckChanged(name),
    close: () => close(deps, telemetry, sessionsOfNode, shutdown),
  };
}

function addressesBelow(baseUrl: () => string): Pick<SocketDeps, 'joinUrl' | 'remoteUrl'> {
  return {
    joinUrl: (code) => `${baseUrl()}/j/${code}`,
    // Browsers send no server what follows the #.
    remoteUrl: ({ state }) => `${baseUrl()}/s/${state.code}/remote#${remoteToken(state)}`,
  };
}

function createRoutes(deps: HealthDeps & ApiDeps & PageDeps): Hono<Env> {
  // Not strict: an address may end with a slash.
  const routes = new Hono<Env>({ strict: false });
  addHealth(routes, deps);
  routes.route('/api/v1', api(deps));
  addReportPage(routes, deps);
  addPages(routes, deps);
  return routes;
}

/** Passes to the routes the requests that are neither Socket.IO's nor, while developing, Vite's. */
function handleRequests(
  { http, pages }: AppDeps,
  routes: Hono<Env>,
  requests: RequestLanes,
  onFault: OnFault,
): void {
  const respond = getRequestListener(routes.fetch);
  http.on('request', (request, response) => {
    if (request.url?.startsWith('/socket.io/')) return;
    const pass = (): void => void respond(request, response).catch(onFault);
    // While developing, a page loads hundreds of modules.
    if (pages.middleware !== null) pages.middleware(request, response, pass);
    else requests.wait(request, pass, COST_OF_BODY);
  });
}

async function close(
  { log, logger }: AppDeps,
  telemetry: Telemetry,
  sessions: SessionsOfNode,
  shutdown: () => Promise<void>,
): Promise<void> {
  sessions.stopTimers();
  telemetry.stop();
  sessions.stopServices();
  await shutdown();
  await sessions.leaveOthers();
  await log.close();
  logger.stopped();
}

function loadOf(io: PlenaryServer, telemetry: Telemetry, { maxConnections }: AppDeps): Load {
  const connections = () => io.engine.clientsCount;
  return { connections, isLate: () => telemetry.eventLoop.overloaded, maxConnections };
}

/** Limits on the wrong codes and keys that one network may send before it has to wait. */
function entrance(
  openSessions: OpenSessions,
  postgres: Postgres | null,
): Pick<AuthDeps, 'wrongCodes' | 'wrongKeys' | 'wantedCodes' | 'isAnybodyIn'> {
  const table = (kind: string): GuessTable | null =>
    postgres && { pool: postgres.answers, name: GUESSES_TABLE, kind };
  return {
    isAnybodyIn: (session, address) =>
      openSessions.get(session)?.publisher.presence.isAnybodyAt(address) ?? false,
    // A hall that mistypes gets in; a program that counts up from 000000 takes days.
    wrongCodes: bruteForceLimiter(30, 15, table('codes')),
    wrongKeys: bruteForceLimiter(10, 30, table('keys')),
    wantedCodes: new WantedCodes(),
  };
}
