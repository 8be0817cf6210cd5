import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import { Server } from 'socket.io';
import type { PlenaryServer } from './socket-types.ts';
import { throttleInbound } from '../limits/inbound-throttle.ts';
import { enforceCloseTimeout } from '../limits/close-timeout.ts';
import { isForScript, isOwnOrigin } from '../http/origin.ts';
import { textParser } from './socket-parser.ts';
import { closeOnBackpressure } from '../limits/backpressure.ts';

// Past this, a message is cut off with its connection; what is merely too long gets words before.
const LARGEST_MESSAGE = 100_000;

/** The Socket.IO server on an HTTP server: it knows whom not to hear, and has no handler yet. */
export function createSocketServer(http: HttpServer, publicUrl: string | null): PlenaryServer {
  const io: PlenaryServer = new Server(http, {
    serveClient: false,
    maxHttpBufferSize: LARGEST_MESSAGE,
    perMessageDeflate: false,
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
  io.engine.on('connection', closeOnBackpressure);
  io.engine.on('connection', throttleInbound);
  io.engine.on('connection', enforceCloseTimeout);
  return io;
}
