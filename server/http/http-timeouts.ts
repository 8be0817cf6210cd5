import { createServer, type Server } from 'node:http';

/** How long the server waits for whoever has begun something, in milliseconds. */
export interface HttpTimeouts {
  /** For the head of a request. */
  readonly head: number;
  /** For a whole request. */
  readonly request: number;
  /** For a connection to say who it is. */
  readonly entering: number;
  /** Between two looks at who is too slow. */
  readonly looking: number;
}

// Long for the slowest phone, and short for a program that opens thousands and ends none.
export const defaultTimeouts: HttpTimeouts = {
  head: 10_000,
  request: 20_000,
  entering: 15_000,
  looking: 2_000,
};

/** An HTTP server that ends requests which do not come to their end. */
export function createHttpServer({ head, request, looking }: HttpTimeouts): Server {
  return createServer({
    headersTimeout: head,
    requestTimeout: request,
    connectionsCheckingInterval: looking,
  });
}
