import type { IncomingMessage } from 'node:http';

/**
 * Returns true for a request from a page of this server, or from no page at all. A request from another
 * site would carry the presenter's cookie.
 */
export function isOwnOrigin(request: IncomingMessage, publicUrl: string | null): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  if (publicUrl !== null && new URL(publicUrl).origin === origin) return true;
  return new URL(origin).host === host;
}

/**
 * Returns true for a JSONP request, which our pages never send: browsers load scripts without an origin,
 * and let any site run them.
 */
export function isForScript({ url = '' }: IncomingMessage): boolean {
  return new URL(url, 'http://plenary').searchParams.has('j');
}
