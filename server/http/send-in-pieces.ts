import type { Context } from 'hono';
import { inTurns, type Pieces } from '../limits/in-turns.ts';
import type { Env } from './reply.ts';

/**
 * Sends a file in pieces, each made when the connection takes it, with all else that waits done in
 * between. A connection that ends stops the making; a failure breaks the connection, so that nobody takes
 * the part for the whole.
 */
export function sendInPieces(
  c: Context<Env>,
  file: { readonly name: string; readonly type: string },
  pieces: Pieces,
): Response {
  c.header('Content-Type', file.type);
  c.header('Content-Disposition', `attachment; filename="${file.name}"`);
  const made = inTurns(pieces);
  return c.body(
    new ReadableStream({
      async pull(controller) {
        const next = await made.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      async cancel() {
        await made.return(undefined);
      },
    }),
  );
}
