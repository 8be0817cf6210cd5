import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { inboundBytes, inboundControlFrames, PAUSE_MS } from '../limits/inbound-throttle.ts';

type Done = (socket: WebSocket, request: IncomingMessage) => void;

/**
 * The WebSockets of Engine.IO (its option `wsEngine`), limited below it: Engine.IO learns neither of
 * pings and fragments nor of a message before it has arrived whole.
 */
export class LimitedWebSockets extends WebSocketServer {
  override handleUpgrade(request: IncomingMessage, tcp: Duplex, head: Buffer, done: Done): void {
    super.handleUpgrade(request, tcp, head, (socket, upgraded) => {
      limit(socket, tcp);
      done(socket, upgraded);
    });
  }
}

function limit(socket: WebSocket, tcp: Duplex): void {
  const bytes = inboundBytes();
  const controlFrames = inboundControlFrames();
  tcp.prependListener('data', (chunk: Buffer) => {
    if (!socket.isPaused && !bytes.take(performance.now(), chunk.length)) pause(socket);
  });
  const countControlFrame = (): void => {
    if (!controlFrames.take(performance.now())) socket.terminate();
  };
  socket.on('ping', countControlFrame);
  socket.on('pong', countControlFrame);
}

function pause(socket: WebSocket): void {
  socket.pause();
  setTimeout(() => socket.resume(), PAUSE_MS).unref();
}
