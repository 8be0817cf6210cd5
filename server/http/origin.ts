import type { IncomingMessage } from 'node:http';

/**
 * Whether a request comes from a page of this server, or from no page at all. Another site's page
 * would bring the presenter's cookie along.
 */
export function isOwnOrigin(request: IncomingMessage, publicUrl: string | null): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  if (publicUrl !== null && new URL(publicUrl).origin === origin) return true;
  return new URL(origin).host === host;
}

/**
 * Whether a connection asks to be answered as a script (JSONP), which no page of ours does: a
 * browser names no origin when it loads a script, and lets any site run what comes.
 */
export function isForScript({ url = '' }: IncomingMessage): boolean {
  return new URL(url, 'http://plenary').searchParams.has('j');
}
