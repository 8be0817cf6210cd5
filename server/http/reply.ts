import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { WireErrorName } from '../../src/protocol/refusals.ts';

export type Env = { Bindings: HttpBindings };
export type Status = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503;

/** Parses the body as JSON; null if it is not JSON. */
export async function readJson(c: Context<Env>): Promise<unknown> {
  return c.req.json().catch(() => null);
}

export function refuse(
  c: Context<Env>,
  status: Status,
  name: WireErrorName,
  message: string,
): Response {
  return c.json({ error: { name, message } }, status);
}
