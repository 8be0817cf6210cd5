import type { Context, Hono } from 'hono';
import { replayLines } from '../../src/results/replay/replay-lines.ts';
import type { EventLog } from '../storage/event-log.ts';
import { readFacts } from '../storage/read-facts.ts';
import { unknownCode } from './find-session.ts';
import { refuse, type Env } from './reply.ts';
import { sendInPieces } from './send-in-pieces.ts';

/** Serves the replay of a session: read from the log, so that no session comes into memory for it. */
export function addReplay(app: Hono<Env>, { log }: { readonly log: Pick<EventLog, 'read'> }): void {
  app.get('/sessions/:code/replay.ndjson', async (c) => sendReplay(c, log, c.req.param('code')));
}

async function sendReplay(
  c: Context<Env>,
  log: Pick<EventLog, 'read'>,
  code: string,
): Promise<Response> {
  const read = await readFacts(log, code);
  if (!read.ok) return refuse(c, 503, read.error.name, read.error.message);
  const facts = read.value;
  if (facts.length === 0) return unknownCode(c);
  const file = { name: `plenary-session-${code}-replay.ndjson`, type: 'application/x-ndjson' };
  return sendInPieces(c, file, replayLines(facts));
}
