import type { IncomingMessage } from 'node:http';

/** True for a request for a WebSocket that Engine.IO handles: any other has its response by then. */
export function isUpgrade(request: IncomingMessage & { readonly res?: unknown }): boolean {
  return request.res === undefined;
}
