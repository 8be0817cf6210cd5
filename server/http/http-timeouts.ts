import { createServer, type Server } from 'node:http';
import { MOST_UNREAD_BYTES } from '../limits/inbound-rates.ts';

/** Timeouts of requests and connections, in milliseconds. */
export interface HttpTimeouts {
  /** Until all headers of a request have arrived. */
  readonly headers: number;
  /** Until a whole request has arrived. */
  readonly request: number;
  /** Until a connection has sent its handshake. */
  readonly handshake: number;
  /** Between two checks of these timeouts. */
  readonly checkInterval: number;
}

// Long enough for the slowest phone, and short enough against thousands of idle connections.
export const defaultTimeouts: HttpTimeouts = {
  headers: 10_000,
  request: 20_000,
  handshake: 15_000,
  checkInterval: 2_000,
};

/** Creates an HTTP server that closes requests after these timeouts. */
export function createHttpServer({ headers, request, checkInterval }: HttpTimeouts): Server {
  return createServer({
    highWaterMark: MOST_UNREAD_BYTES,
    headersTimeout: headers,
    requestTimeout: request,
    connectionsCheckingInterval: checkInterval,
  });
}
