import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import { Server } from 'socket.io';
import { PendingConnections } from '../limits/pending-connections.ts';
import { ShortConnections } from '../limits/short-connections.ts';
import { clientAddress } from '../http/client-address.ts';
import { RequestLane } from '../http/request-lane.ts';
import type { RequestLanes } from '../http/request-lanes.ts';
import { isUpgrade } from '../http/is-upgrade.ts';
import { HANDSHAKES, HASTY_HANDSHAKES, LARGEST_MESSAGE } from '../limits/inbound-rates.ts';
import type { HttpTimeouts } from '../http/http-timeouts.ts';
import { isForScript, isOwnOrigin } from '../http/origin.ts';
import { guarded, type OnFault } from '../telemetry/guarded.ts';
import { Connection, type ConnectionDeps, type EngineSocket } from './connection.ts';
import { LimitedWebSockets } from './limited-web-sockets.ts';
import { textParser } from './socket-parser.ts';
import type { PlenaryServer } from './socket-types.ts';

/** The open connections, by the socket of Engine.IO that carries each. */
export type Connections = ReadonlyMap<EngineSocket, Connection>;

export interface SocketServer {
  readonly io: PlenaryServer;
  readonly connections: Connections;
}

interface SocketServerDeps {
  /** The lanes of requests that are no handshakes. */
  readonly requests: RequestLanes;
  readonly publicUrl: string | null;
  readonly timeouts: Pick<HttpTimeouts, 'handshake'>;
  readonly onFault: OnFault;
}

/** Goes on with a request, or refuses it. */
type Next = (error?: Error) => void;

/** Creates the Socket.IO server of an HTTP server. It limits its connections, and admits none yet. */
export function createSocketServer(
  http: HttpServer,
  { publicUrl, timeouts, requests, onFault }: SocketServerDeps,
): SocketServer {
  const io: PlenaryServer = new Server(http, {
    serveClient: false,
    maxHttpBufferSize: LARGEST_MESSAGE,
    perMessageDeflate: false,
    wsEngine: LimitedWebSockets,
    parser: textParser,
    // A phone that fell asleep or off the Wi-Fi is noticed within half a minute.
    pingInterval: 15_000,
    pingTimeout: 12_000,
  });
  // Every request, and not only the first of a connection, as `allowRequest` would be asked.
  io.engine.use((request: IncomingMessage, response: ServerResponse, next: Next) => {
    if (isOwnOrigin(request, publicUrl) && !isForScript(request)) return next();
    // Of an upgrade, Engine.IO would end the connection without an answer.
    if (isUpgrade(request)) return next(new Error('This page is not of this server.'));
    response.writeHead(403);
    response.end();
  });
  const short = new ShortConnections();
  pace(io, requests, short);
  const connections = new Map<EngineSocket, Connection>();
  const deps: ConnectionDeps = {
    pending: new PendingConnections(timeouts.handshake),
    onFault,
    closed: (engine) => connections.delete(engine),
  };
  io.engine.on(
    'connection',
    guarded(onFault, (engine: EngineSocket) => {
      const connection = new Connection(engine, deps);
      connections.set(engine, connection);
      noteItsEnd(engine, connection, short);
    }),
  );
  // Around the packets that were waiting, such as those of a welcome.
  io.engine.on('flush', (engine: EngineSocket) => connections.get(engine)?.hold());
  io.engine.on('drain', (engine: EngineSocket) => connections.get(engine)?.release());
  return { io, connections };
}

/** Notes a connection that ends soon, unless the server itself closed it to make room. */
function noteItsEnd(engine: EngineSocket, connection: Connection, short: ShortConnections): void {
  const openedAt = performance.now();
  engine.once('close', () => {
    if (connection.closedFor === 'too-many-pending') return;
    void short.ended(connection.caller.address, performance.now() - openedAt);
  });
}

/** Lets handshakes and other requests wait for their turn, save a poll for news of an open connection. */
function pace(io: PlenaryServer, requests: RequestLanes, short: ShortConnections): void {
  const handshakes = new RequestLane(HANDSHAKES);
  const hasty = new RequestLane(HASTY_HANDSHAKES);
  // Its types leave out the open connections by their ids.
  const { clients } = io.engine as unknown as { readonly clients: Record<string, unknown> };
  io.engine.use((request: IncomingMessage, _: ServerResponse, next: () => void) => {
    const { url = '', method } = request;
    const id = /[?&]sid=([^&]+)/.exec(url)?.[1];
    if (id === undefined) {
      const isHasty = requests.isHasty(request);
      void short.areMany(clientAddress(request)).then((many) => {
        (many || isHasty ? hasty : handshakes).wait(request, next);
      });
    } else if (method === 'GET' && Object.hasOwn(clients, id)) next();
    else requests.wait(request, next);
  });
}
