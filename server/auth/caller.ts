import type { IncomingMessage } from 'node:http';
import { parse as parseCookies } from 'hono/utils/cookie';
import { clientAddress } from '../http/client-address.ts';

/** The cookie of a browser that is signed in with the presenter key. */
export const PRESENTER_COOKIE = 'plenary_presenter';

/** The sender of a request, as far as entering a session depends on it. */
export interface Caller {
  readonly address: string;
  /** undefined where it sent none. */
  readonly presenterCookie: string | undefined;
}

export function callerOf(request: IncomingMessage): Caller {
  const cookies = parseCookies(request.headers.cookie ?? '', PRESENTER_COOKIE);
  return { address: clientAddress(request), presenterCookie: cookies[PRESENTER_COOKIE] };
}
