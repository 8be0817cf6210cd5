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
