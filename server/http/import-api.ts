import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context } from 'hono';
import { mediaKind } from '../../src/deck/media-kinds.ts';
import type { Result } from '../../src/lib/result.ts';
import { decoded } from '../../src/lib/decoded.ts';
import { unreachable } from '../../src/lib/unreachable.ts';
import {
  importBody,
  mediaBody,
  takeBody,
  type ImportEntry,
  type TakenDeck,
} from '../../src/protocol/imports.ts';
import { addMedia } from '../decks/add-media.ts';
import { readFilePath } from '../decks/deck-name.ts';
import { deckNames } from '../decks/read-deck.ts';
import { packDeck } from '../decks/deck-zip.ts';
import type { Decks } from '../decks/decks.ts';
import type { DeckImport } from '../decks/imports/deck-import.ts';
import { DeckImports } from '../decks/imports/deck-imports.ts';
import type { ImportProblem } from '../decks/imports/import-problem.ts';
import { reportImport } from '../decks/imports/import-report.ts';
import type { Part } from '../decks/imports/receive-file.ts';
import { answer as answerEdit } from './deck-api.ts';
import { readJson, refuse, type Env, type Status } from './reply.ts';

export interface ImportDeps {
  readonly decks: Decks;
  readonly now: () => number;
}

const UPLOAD = /^\/api\/v1\/imports\/[^/]+\/(?:zip|files\/.+)$/;

/** True for a request whose body is a file, or a part of one: it is written as it arrives, and counted. */
export function isUpload({ method, path }: { method: string; path: string }): boolean {
  return method === 'PUT' && UPLOAD.test(path);
}

/** The part of the HTTP interface that brings decks and takes them away. */
export function importApi({ decks, now }: ImportDeps): Hono<Env> {
  const app = new Hono<Env>();
  const imports = new DeckImports(decks.folder, now);
  void imports.removeOld();
  app.post('/imports', async (c) => {
    const body = importBody.safeParse(await readJson(c));
    if (!body.success) return refuse(c, 400, 'bad-request', 'Send {"name": "its file or folder"}.');
    const begun = await imports.begin(body.data.name);
    return begun.ok ? c.json({ id: begun.value.id } satisfies ImportEntry, 201) : answer(c, begun);
  });
  addUploads(app, imports);
  addTaking(app, imports);
  addToDeck(app, imports);
  addPreviews(app, imports);
  app.get('/decks/:name/deck.zip', async (c) => sendZip(c, decks, c.req.param('name')));
  return app;
}

function addUploads(app: Hono<Env>, imports: DeckImports): void {
  app.put('/imports/:id/zip', (c) =>
    withImport(c, imports, async (brought) => {
      const part = readPart(c);
      return part === null ? badPart(c) : answer(c, await brought.receiveZip(c.env.incoming, part));
    }),
  );
  app.put('/imports/:id/files/*', (c) =>
    withImport(c, imports, async (brought) => {
      const part = readPart(c);
      if (part === null) return badPart(c);
      const path = pathOf(c);
      return answer(c, await brought.receiveFile(path, c.env.incoming, part));
    }),
  );
}

function addTaking(app: Hono<Env>, imports: DeckImports): void {
  app.get('/imports/:id', (c) =>
    withImport(c, imports, async (brought) => {
      const names = await imports.names();
      const report = await brought.turns.run(() => reportImport(brought, names));
      return report.ok ? c.json(report.value) : answer(c, report);
    }),
  );
  app.post('/imports/:id/take', (c) =>
    withImport(c, imports, async (brought) => {
      const body = takeBody.safeParse(await readJson(c));
      if (!body.success) return refuse(c, 400, 'bad-request', 'Send {"name": "the deck’s name"}.');
      const taken = await imports.take(brought, body.data.name);
      if (!taken.ok) return answer(c, taken);
      return c.json({ name: taken.value } satisfies TakenDeck, 201);
    }),
  );
  app.delete('/imports/:id', (c) =>
    withImport(c, imports, async (brought) => {
      await imports.drop(brought.id);
      return c.body(null, 204);
    }),
  );
}

/** Puts a brought file into a deck that is there. */
function addToDeck(app: Hono<Env>, imports: DeckImports): void {
  app.post('/imports/:id/media', (c) =>
    withImport(c, imports, async (brought) => {
      const body = mediaBody.safeParse(await readJson(c));
      if (!body.success) {
        return refuse(c, 400, 'bad-request', 'Send {"deck": "its name", "path": "a.png"}.');
      }
      const { deck, path } = body.data;
      const file = brought.mediaFile(path);
      if (!file.ok) return answer(c, file);
      const bytes = createReadStream(file.value);
      const added = await addMedia(imports.decks, deck, path, bytes);
      // It is not read where the deck or the name is refused.
      bytes.destroy();
      await imports.drop(brought.id);
      return answerEdit(c, added, (value) => ({ path: value }));
    }),
  );
}

/** The pictures and films of a deck that is not taken yet, for the picture of its first slide. */
function addPreviews(app: Hono<Env>, imports: DeckImports): void {
  app.get('/imports/:id/files/*', (c, next) =>
    withImport(c, imports, async (brought) => {
      const path = readFilePath(pathOf(c));
      const settled = await brought.turns.run(() => brought.settle());
      if (!settled.ok || !path.ok || mediaKind(path.value) === null) return notFound(c);
      const { folder: root } = settled.value;
      const found = await serveStatic<Env>({ root, path: path.value })(c, next);
      return found ?? notFound(c);
    }),
  );
}

async function sendZip(c: Context<Env>, decks: Decks, name: string): Promise<Response> {
  if (!(await deckNames(decks.folder)).includes(name)) {
    return refuse(c, 404, 'unknown-deck', 'There is no such deck in the folder of decks.');
  }
  c.header('Content-Type', 'application/zip');
  c.header('Content-Disposition', `attachment; filename="${name}.zip"`);
  // Sound: the web's stream of Node.js is that of the standard.
  return c.body(Readable.toWeb(await packDeck(decks.folder, name)) as ReadableStream);
}

async function withImport(
  c: Context<Env>,
  imports: DeckImports,
  handle: (brought: DeckImport) => Promise<Response>,
): Promise<Response> {
  const found = imports.find(c.req.param('id') ?? '');
  if (found !== null) return handle(found);
  const message =
    'This deck is no longer here: it was taken, dropped, or is older than an hour. Bring it again.';
  return refuse(c, 404, 'unknown-import', message);
}

/** The path of a file in the address, decoded once: Hono's own path is decoded in part. */
function pathOf({ env }: Context<Env>): string {
  const [, path = ''] = /\/files\/([^?]*)/.exec(env.incoming.url ?? '') ?? [];
  return decoded(path);
}

function readPart(c: Context<Env>): Part | null {
  const { from = '0', of = '' } = c.req.query();
  if (!/^\d{1,10}$/.test(from) || !/^\d{0,10}$/.test(of)) return null;
  return { from: Number(from), of: of === '' ? null : Number(of) };
}

function badPart(c: Context<Env>): Response {
  return refuse(c, 400, 'bad-request', '"from" and "of" are numbers of bytes.');
}

function notFound(c: Context<Env>): Response {
  return refuse(c, 404, 'not-found', 'There is nothing at this address.');
}

function answer(c: Context<Env>, result: Result<unknown, ImportProblem>): Response {
  if (result.ok) return c.body(null, 204);
  return c.json({ error: result.error }, statusOf(result.error.name));
}

function statusOf(name: ImportProblem['name']): Status {
  switch (name) {
    case 'unknown-import':
      return 404;
    case 'too-large':
      return 400;
    case 'cut-off':
    case 'name-taken':
      return 409;
    case 'bad-name':
    case 'broken-zip':
    case 'no-slides':
    case 'unreadable-text':
    case 'slow-deck':
      return 422;
    case 'full':
    case 'read-only':
    case 'unavailable':
      return 503;
    default:
      return unreachable(name);
  }
}
