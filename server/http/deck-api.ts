import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { z } from 'zod';
import type { Result } from '../../src/lib/result.ts';
import {
  deckNameBody,
  editorBody,
  newDeckBody,
  previewBody,
  saveBody,
  type DeckFolderEntry,
  type EditorsEntry,
  type OutdatedSession,
  type SavedFile,
} from '../../src/protocol/deck-editing.ts';
import { LARGEST_MEDIA } from '../../src/deck/media-kinds.ts';
import { addMedia, tooLarge } from '../decks/add-media.ts';
import type { DeckEditing, SaveProblem } from '../decks/deck-editing.ts';
import { DeckEditors } from '../decks/deck-editors.ts';
import { DeckLibrary } from '../decks/deck-library.ts';
import { readVersion } from '../decks/deck-versions.ts';
import type { Decks } from '../decks/decks.ts';
import { describeVersions } from '../decks/describe-versions.ts';
import { everyName } from '../decks/renamed-decks.ts';
import { removeMedia } from '../decks/remove-media.ts';
import { previewDeck } from '../decks/preview-deck.ts';
import type { SavedDecks } from '../decks/saved-decks.ts';
import { outdatedSessions, runningSessions } from '../live/running-sessions.ts';
import type { SessionRegistry } from '../live/session-registry.ts';
import type { EventLog } from '../storage/event-log.ts';
import { readJson, refuse, type Env, type Status } from './reply.ts';

export interface DeckApiDeps {
  readonly log: EventLog;
  readonly decks: Decks;
  readonly registry: SessionRegistry;
  readonly editing: DeckEditing;
  readonly saved: SavedDecks;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number;
}

type Call = Context<Env>;

/** Bytes of a request with the texts of a deck. */
const LARGEST_TEXTS = 1_000_000;

/** The HTTP interface of the deck editor, for those who are signed in. It limits its requests itself. */
export function deckApi(deps: DeckApiDeps): Hono<Env> {
  const app = new Hono<Env>();
  const texts = bodyLimit({
    maxSize: LARGEST_TEXTS,
    onError: (c) => refuse(c, 413, 'too-large', 'A deck’s text may have 1 MB.'),
  });
  app.use('/:name/files/:file', texts);
  app.post('*', texts);
  addFiles(app, deps);
  addRemoving(app, deps);
  addVersions(app, deps);
  addLibrary(app, deps);
  addPreview(app, deps);
  addEditors(app, deps);
  return app;
}

function addFiles(app: Hono<Env>, { decks, editing }: DeckApiDeps): void {
  app.get('/:name', async (c) => {
    const opened = await editing.open(c.req.param('name'));
    return answer(c, opened, (folder): DeckFolderEntry => folder);
  });
  app.put('/:name/files/:file', (c) =>
    withBody(c, saveBody, async (body) => {
      const { name, file } = c.req.param();
      const saved = await editing.save(name, { file, ...body });
      return answer(c, saved, (hash): SavedFile => ({ hash }));
    }),
  );
  app.put('/:name/media/:path{.+}', async (c) => {
    const { name, path } = c.req.param();
    const body = c.req.raw.body;
    const size = Number(c.req.header('Content-Length') ?? 0);
    const refused = size > LARGEST_MEDIA ? tooLarge() : null;
    if (refused !== null && !refused.ok) return refuseEdit(c, refused.error);
    // Sound: Node.js and the browsers' types name one and the same stream.
    const stream = body === null ? Readable.from([]) : Readable.fromWeb(body as ReadableStream);
    return answer(c, await addMedia(decks.folder, name, path, stream), (value) => ({
      path: value,
    }));
  });
}

/** Takes a file away from a deck that no running session may show. */
function addRemoving(app: Hono<Env>, deps: DeckApiDeps): void {
  app.delete('/:name/media/:path{.+}', async (c) => {
    const { name, path } = c.req.param();
    const shown = await refuseShownMedia(c, deps, path);
    if (shown !== null) return shown;
    const removed = await removeMedia(deps.decks.folder, name, path, deps.now());
    return answer(c, removed, (value) => ({ path: value }));
  });
}

function addVersions(app: Hono<Env>, { decks, editing }: DeckApiDeps): void {
  app.get('/:name/versions', async (c) => {
    const opened = await editing.open(c.req.param('name'));
    if (!opened.ok) return refuseEdit(c, opened.error);
    const { name, files } = opened.value;
    return c.json(await describeVersions(decks.folder, name, files));
  });
  app.get('/:name/versions/:id', async (c) => {
    const { name, id } = c.req.param();
    return answer(c, await readVersion(decks.folder, name, id), (text) => ({ text }));
  });
}

function addLibrary(app: Hono<Env>, deps: DeckApiDeps): void {
  const library = new DeckLibrary(deps.decks.folder);
  const named = (name: string) => ({ name });
  app.post('/', (c) =>
    withBody(c, newDeckBody, async ({ name, title }) =>
      answer(c, await library.create(name, title), named),
    ),
  );
  app.post('/:name/duplicate', (c) =>
    withBody(c, deckNameBody, async ({ name }) =>
      answer(c, await library.duplicate(c.req.param('name'), name), named),
    ),
  );
  app.post('/:name/rename', (c) =>
    withBody(c, deckNameBody, async ({ name }) => {
      const shown = await refuseWhileShown(c, deps);
      return shown ?? answer(c, await library.rename(c.req.param('name'), name), named);
    }),
  );
  app.delete('/:name', async (c) => {
    const shown = await refuseWhileShown(c, deps);
    return shown ?? answer(c, await library.remove(c.req.param('name'), deps.now()), named);
  });
}

/** The running sessions of a deck, by all the names that it had. */
async function runningOf({ decks, log }: DeckApiDeps, deck: string) {
  return runningSessions(log, await everyName(decks.folder, deck));
}

/** Refuses to take a deck from a session that runs; null where none does. */
async function refuseWhileShown(c: Call, deps: DeckApiDeps): Promise<Response | null> {
  const running = await runningOf(deps, c.req.param('name') ?? '');
  if (!running.ok) return refuse(c, 503, running.error.name, running.error.message);
  const [session] = running.value;
  return session === undefined ? null : refuse(c, 409, 'deck-in-session', inSession(session.code));
}

/** Refuses to take a file from a session that runs and shows it: its deck may be an earlier one. */
async function refuseShownMedia(
  c: Call,
  deps: DeckApiDeps,
  path: string,
): Promise<Response | null> {
  const running = await runningOf(deps, c.req.param('name') ?? '');
  if (!running.ok) return refuse(c, 503, running.error.name, running.error.message);
  const address = path.split('/').map(encodeURIComponent).join('/');
  for (const { code } of running.value) {
    const found = await deps.registry.find(code);
    if (!found.ok) return refuse(c, 503, found.error.name, found.error.message);
    const { slides, theme } = found.value?.state.deck ?? {};
    if (JSON.stringify([slides, theme]).includes(`/${address}`))
      return refuse(c, 409, 'deck-in-session', inSession(code));
  }
  return null;
}

function inSession(code: string): string {
  return `The session ${code} of this deck is running. End it first.`;
}

function addPreview(app: Hono<Env>, { decks }: DeckApiDeps): void {
  app.post('/:name/preview', (c) =>
    withBody(c, previewBody, async ({ files }) =>
      answer(c, await previewDeck(decks.folder, c.req.param('name'), files), (value) => value),
    ),
  );
}

/** Tells pages that edit a deck of each other, of the saved texts, and of sessions with earlier ones. */
function addEditors(app: Hono<Env>, deps: DeckApiDeps): void {
  const editors = new DeckEditors();
  app.delete('/:name/editors/:id', (c) => {
    const { name, id } = c.req.param();
    editors.left(name, id);
    return c.body(null, 204);
  });
  app.post('/:name/editors', (c) =>
    withBody(c, editorBody, async ({ id }) => {
      const opened = await deps.editing.open(c.req.param('name'));
      if (!opened.ok) return refuseEdit(c, opened.error);
      const { name, files } = opened.value;
      return c.json({
        others: editors.seen(name, id, deps.now()),
        files: Object.fromEntries(files.map(({ file, hash }) => [file, hash])),
        outdated: await outdatedOf(opened.value, deps),
      } satisfies EditorsEntry);
    }),
  );
}

/** The running sessions of a deck that do not show it as it is saved; none where that is not known. */
async function outdatedOf(folder: DeckFolderEntry, deps: DeckApiDeps): Promise<OutdatedSession[]> {
  const running = await runningOf(deps, folder.name);
  if (!running.ok || running.value.length === 0) return [];
  const deck = await deps.saved.compile(folder);
  if (!deck.ok) return [];
  const outdated = await outdatedSessions(deps.registry, running.value, deck.value);
  return outdated.map(({ code, title, name, rehearsal, startedAt }) => ({
    ...{ code, title, name, rehearsal },
    startedAt: new Date(startedAt).toISOString(),
  }));
}

async function withBody<Body>(
  c: Call,
  schema: z.ZodType<Body>,
  respond: (body: Body) => Promise<Response>,
): Promise<Response> {
  const body = schema.safeParse(await readJson(c));
  if (body.success) return respond(body.data);
  return refuse(c, 400, 'bad-request', 'This is no request that docs/protocol.md describes.');
}

export function answer<Value>(
  c: Call,
  result: Result<Value, SaveProblem>,
  show: (value: Value) => object,
): Response {
  return result.ok ? c.json(show(result.value)) : refuseEdit(c, result.error);
}

const STATUS: Readonly<Record<SaveProblem['name'], Status>> = {
  'bad-name': 400,
  'outside-folder': 403,
  'unknown-deck': 404,
  'not-found': 404,
  'name-taken': 409,
  'changed-meanwhile': 409,
  'too-large': 413,
  'unfit-file': 415,
  'unreadable-deck': 422,
  'read-only': 503,
  unavailable: 503,
  full: 503,
};

function refuseEdit(c: Call, error: SaveProblem): Response {
  return c.json({ error }, STATUS[error.name]);
}
