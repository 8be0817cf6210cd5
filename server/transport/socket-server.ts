import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import { Server } from 'socket.io';
import { PendingConnections } from '../limits/pending-connections.ts';
import type { HttpTimeouts } from '../http/http-timeouts.ts';
import { isForScript, isOwnOrigin } from '../http/origin.ts';
import { guarded, type OnFault } from '../telemetry/guarded.ts';
import { Connection, type ConnectionDeps, type EngineSocket } from './connection.ts';
import { LimitedWebSockets } from './limited-web-sockets.ts';
import { textParser } from './socket-parser.ts';
import type { PlenaryServer } from './socket-types.ts';

// A longer message ends its connection before it is parsed: the longest answer has 8,000 characters.
const LARGEST_MESSAGE = 32_000;

/** The open connections, by the socket of Engine.IO that carries each. */
export type Connections = ReadonlyMap<EngineSocket, Connection>;

export interface SocketServer {
  readonly io: PlenaryServer;
  readonly connections: Connections;
}

interface SocketServerDeps {
  readonly publicUrl: string | null;
  readonly timeouts: Pick<HttpTimeouts, 'handshake'>;
  readonly onFault: OnFault;
}

/** Creates the Socket.IO server of an HTTP server. It limits its connections, and admits none yet. */
export function createSocketServer(
  http: HttpServer,
  { publicUrl, timeouts, onFault }: SocketServerDeps,
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
  io.engine.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
    if (isOwnOrigin(request, publicUrl) && !isForScript(request)) return next();
    response.writeHead(403);
    response.end();
  });
  const connections = new Map<EngineSocket, Connection>();
  const deps: ConnectionDeps = {
    pending: new PendingConnections(timeouts.handshake),
    onFault,
    closed: (engine) => connections.delete(engine),
  };
  io.engine.on(
    'connection',
    guarded(onFault, (engine: EngineSocket) => {
      connections.set(engine, new Connection(engine, deps));
    }),
  );
  return { io, connections };
}
