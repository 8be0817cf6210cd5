import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { Hono, type Context } from 'hono';
import { Mutex } from '../../src/lib/mutex.ts';
import { success, type Result } from '../../src/lib/result.ts';
import type { BroughtEntry } from '../../src/protocol/http.ts';
import type { Decks } from '../decks/decks.ts';
import { everyName } from '../decks/renamed-decks.ts';
import { packResults } from './deck-results-zip.ts';
import { bringSession } from '../live/bring-session.ts';
import { readInPassing } from '../live/read-session.ts';
import type { StoredFact } from '../../src/session/facts.ts';
import type { SessionRegistry } from '../live/session-registry.ts';
import {
  isStorageProblem,
  type EventLog,
  type ListedSession,
  type StorageProblem,
} from '../storage/event-log.ts';
import { allSessions } from '../storage/session-filter.ts';
import {
  fileFailure,
  type SessionFileProblem,
} from '../storage/session-file/session-file-problem.ts';
import { sessionFile } from '../storage/session-file/write-session-file.ts';
import { refuse, type Env } from './reply.ts';
import { sendInPieces } from './send-in-pieces.ts';
import { describeState } from './session-entry.ts';

export interface SessionFileDeps {
  readonly log: EventLog;
  readonly registry: SessionRegistry;
  readonly decks: Decks;
  readonly keepDays: number | null;
  readonly baseUrl: () => string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number;
}

/** Bytes of the largest session that is taken: 5,000 attendees who answer 27 questions make about 40 MB. */
const LARGEST_SESSION = 64_000_000;

/** Sessions that are listed together. */
const PAGE = 50;

const IMPORT = '/sessions/import';

/** True for a request that brings a session: its body is counted as it arrives. */
export function isSessionFile({ method, path }: { method: string; path: string }): boolean {
  return method === 'POST' && path === `/api/v1${IMPORT}`;
}

/** The part of the HTTP interface that takes sessions to another server, and brings them in from one. */
export function sessionFileApi(deps: SessionFileDeps): Hono<Env> {
  const app = new Hono<Env>();
  // One at a time: each is in memory as a whole.
  const turns = new Mutex();
  app.get('/decks/:name/sessions.zip', (c) => sendZip(c, deps, c.req.param('name')));
  app.get('/sessions/:code/session.json', (c) => sendFile(c, deps.log, c.req.param('code')));
  app.post(IMPORT, (c) =>
    turns.run(async () => {
      const body = await receive(c.env.incoming);
      const brought = body.ok ? await bringSession(body.value, deps) : body;
      if (!brought.ok) return c.json({ error: brought.error }, statusOf(brought.error.name));
      const { state, sameResults } = brought.value;
      const session = describeState(state, deps.baseUrl(), deps.keepDays);
      return c.json({ session, sameResults } satisfies BroughtEntry, 201);
    }),
  );
  return app;
}

async function sendFile(c: Context<Env>, log: EventLog, code: string): Promise<Response> {
  const file = await readFile(log, code);
  if (!file.ok) return c.json({ error: file.error }, statusOf(file.error.name));
  if (file.value === null) {
    return refuse(c, 404, 'unknown-code', 'There is no session with this code.');
  }
  const { value } = file;
  return sendInPieces(c, { name: `plenary-session-${code}.json`, type: 'application/json' }, value);
}

/** All results of a deck, by all names that it had. */
async function sendZip(
  c: Context<Env>,
  { log, decks }: SessionFileDeps,
  name: string,
): Promise<Response> {
  const names = await everyName(decks.folder, name);
  const sessions = await allSessionsOf(log, names);
  if (!sessions.ok) return c.json({ error: sessions.error }, 503);
  if (sessions.value.length === 0) {
    return refuse(c, 404, 'unknown-deck', 'There is no session of such a deck.');
  }
  c.header('Content-Type', 'application/zip');
  c.header('Content-Disposition', `attachment; filename="plenary-${name}-sessions.zip"`);
  // Sound: the web's stream of Node.js is that of the standard.
  return c.body(Readable.toWeb(packResults(log, sessions.value)) as ReadableStream);
}

async function allSessionsOf(
  log: EventLog,
  decks: readonly string[],
): Promise<Result<readonly ListedSession[], StorageProblem>> {
  const found: ListedSession[] = [];
  for (let place: ListedSession | null = null; ;) {
    const page = await log.sessions(PAGE, place, { ...allSessions, decks });
    if (!page.ok) return page;
    found.push(...page.value);
    place = page.value.at(-1) ?? null;
    if (page.value.length < PAGE || place === null) return success(found);
  }
}

/** The file of a session in parts; null where there is none of this code. */
async function readFile(
  log: EventLog,
  code: string,
): Promise<Result<Generator<string> | null, SessionFileProblem>> {
  const facts: StoredFact[] = [];
  const state = await readInPassing(log, code, (slice) => facts.push(...slice));
  if (!state.ok || state.value === null) return state.ok ? success(null) : state;
  return sessionFile(facts, state.value);
}

async function receive(request: IncomingMessage): Promise<Result<Buffer, SessionFileProblem>> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // Not destroyed where it is too large: its sender reads why.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      // Sound: a request without an encoding gives buffers.
      chunks.push(chunk as Buffer);
      size += (chunk as Buffer).length;
      if (size > LARGEST_SESSION) {
        return fileFailure('too-large', 'A session’s file may have 64 MB.');
      }
    }
  } catch {
    return fileFailure('cut-off', 'The connection ended before all of it had arrived. Try again.');
  }
  return success(Buffer.concat(chunks));
}

function statusOf(name: SessionFileProblem['name']): 409 | 413 | 422 | 503 {
  if (isStorageProblem(name)) return 503;
  switch (name) {
    case 'too-large':
      return 413;
    case 'not-a-session':
    case 'damaged-file':
      return 422;
    default:
      return 409;
  }
}
