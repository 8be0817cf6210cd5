import type { Context } from 'hono';
import type { LiveSession } from '../live/live-session.ts';
import type { SessionRegistry } from '../live/session-registry.ts';
import { refuse, type Env } from './reply.ts';

/** Answers with the session that the address names, or refuses the request. */
export async function withSession(
  c: Context<Env>,
  { registry }: { readonly registry: Pick<SessionRegistry, 'find'> },
  answer: (session: LiveSession) => Response | Promise<Response>,
): Promise<Response> {
  const found = await registry.find(c.req.param('code') ?? '');
  if (!found.ok) return refuse(c, 503, found.error.name, found.error.message);
  return found.value === null ? unknownCode(c) : answer(found.value);
}

export function unknownCode(c: Context<Env>): Response {
  return refuse(c, 404, 'unknown-code', 'There is no session with this code.');
}
