import type { Server } from 'node:http';
import type { Socket } from 'node:net';

// Browsers and proxies send one after the other on a connection; an answer may be read a moment before
// this learns of it.
const MOST_UNANSWERED = 3;

/**
 * Ends connections that send requests without waiting for the answers to those before: each would
 * keep its answer, or its place in a lane, for as long as nobody reads.
 */
export function limitUnansweredRequests(http: Server): void {
  const unanswered = new WeakMap<Socket, number>();
  const countOf = (socket: Socket): number => unanswered.get(socket) ?? 0;
  http.prependListener('request', ({ socket }, response) => {
    unanswered.set(socket, countOf(socket) + 1);
    response.once('close', () => unanswered.set(socket, countOf(socket) - 1));
    if (countOf(socket) > MOST_UNANSWERED) socket.destroy();
  });
}
