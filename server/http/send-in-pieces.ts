import type { Context } from 'hono';
import { inTurns } from '../limits/in-turns.ts';
import type { Env } from './reply.ts';

/** A write of fewer bytes costs nearly as much. */
const CHUNK_BYTES = 64 * 1024;

interface NamedFile {
  readonly name: string;
  readonly type: string;
}

/** Sends a file in pieces, with all else that waits done in between; an empty piece is such a turn alone. */
export function sendInPieces(c: Context<Env>, file: NamedFile, pieces: Iterable<string>): Response {
  return sendStream(c, file, inTurns(pieces));
}

/**
 * Sends a file in parts, each made when the connection takes it. A connection that ends stops the making; a
 * failure breaks the connection, so that nobody takes the part for the whole.
 */
export function sendStream(
  c: Context<Env>,
  file: NamedFile,
  parts: AsyncIterable<Uint8Array>,
): Response {
  c.header('Content-Type', file.type);
  c.header('Content-Disposition', `attachment; filename="${file.name}"`);
  const made = parts[Symbol.asyncIterator]();
  return c.body(
    new ReadableStream({
      async pull(controller) {
        const chunk: Uint8Array[] = [];
        for (let bytes = 0; bytes < CHUNK_BYTES;) {
          const next = await made.next();
          if (next.done === true) {
            if (bytes > 0) controller.enqueue(Buffer.concat(chunk));
            return controller.close();
          }
          chunk.push(next.value);
          bytes += next.value.length;
        }
        controller.enqueue(Buffer.concat(chunk));
      },
      async cancel() {
        await made.return?.();
      },
    }),
  );
}
