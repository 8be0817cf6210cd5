import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { LONGEST_SESSION_NAME } from '../../src/lib/session-name.ts';
import { nameBody, signInBody, startBody, type DeletionNotice } from '../../src/protocol/http.ts';
import type { SavedDeckState } from '../../src/protocol/deck-editing.ts';
import type { Deck } from '../../src/deck/deck.ts';
import type { Result } from '../../src/lib/result.ts';
import { showsSaved } from '../../src/session/revise.ts';
import type { SessionState } from '../../src/session/state.ts';
import type { Command } from '../../src/session/commands.ts';
import { addComparison } from './comparison.ts';
import { addCross } from './cross-results.ts';
import { clientAddress } from './client-address.ts';
import { DeckEditing } from '../decks/deck-editing.ts';
import { everyName } from '../decks/renamed-decks.ts';
import { saveAskedSlide } from '../decks/save-asked-slide.ts';
import { answer as answerEdit, deckApi } from './deck-api.ts';
import type { DeckRefusal, Decks } from '../decks/decks.ts';
import { SavedDecks } from '../decks/saved-decks.ts';
import { checkKey, type AuthDeps } from '../auth/authenticate.ts';
import { PRESENTER_COOKIE } from '../auth/caller.ts';
import { unknownCode, withSession } from './find-session.ts';
import { importApi, isUpload } from './import-api.ts';
import { isOwnOrigin } from './origin.ts';
import { readJson, refuse, type Env } from './reply.ts';
import { SIGNED_IN_SECONDS } from '../auth/presenter-key.ts';
import { addReplay } from './replay-file.ts';
import { addReportFile } from './report-pages.ts';
import { resultFiles } from './result-files.ts';
import type { LiveSession } from '../live/live-session.ts';
import { isStorageProblem, type EventLog } from '../storage/event-log.ts';
import { isSessionFile, sessionFileApi } from './session-file-api.ts';
import { describe, describeState } from './session-entry.ts';
import { pageOf, readPage } from './session-pages.ts';
import type { ServerLogger } from '../telemetry/logger.ts';
import type { WireError } from '../../src/protocol/wire-error.ts';

export interface ApiDeps extends AuthDeps {
  readonly log: EventLog;
  readonly decks: Decks;
  readonly baseUrl: () => string;
  readonly publicUrl: string | null;
  /** The days for which the server keeps sessions at most; null for any time. */
  readonly keepDays: number | null;
  readonly logger: ServerLogger;
  /** Disconnects everybody from a session that was deleted. */
  readonly onDeleted: (code: string) => void;
}

const LARGEST_BODY = 10_000;
/** These take more, from those who are signed in, and limit it themselves. */
const OF_DECKS = /^\/api\/v1\/decks(?:\/|$)/;

const WRONG_NAME = `Send {"name": "…"}, with ${LONGEST_SESSION_NAME} characters at most.`;

const STILL_READ =
  'The session is deleted. Another program is reading the database file: the answers are gone from the disk as soon as it is done.';

/** True for a request whose size is limited where it is handled. */
function isLimitedElsewhere({ req }: Context<Env>): boolean {
  return OF_DECKS.test(req.path) || isUpload(req) || isSessionFile(req);
}

/** The HTTP interface of presenters and organisers, below /api/v1. */
export function api(deps: ApiDeps): Hono<Env> {
  const app = new Hono<Env>();
  const limit = bodyLimit({
    maxSize: LARGEST_BODY,
    onError: (c) => refuse(c, 400, 'too-large', 'The request is too large.'),
  });
  app.use((c, next) => (isLimitedElsewhere(c) ? next() : limit(c, next)));
  app.use(async (c, next) => {
    c.header('Cache-Control', 'no-store');
    await next();
  });
  addSignIn(app, deps);
  app.use(async (c, next) => (await refuseUnlessSignedIn(c, deps)) ?? next());
  app.get('/decks', async (c) => {
    const given = await deps.log.lastGiven();
    if (!given.ok) return refuse(c, 503, given.error.name, given.error.message);
    return c.json(await deps.decks.list(given.value));
  });
  const editing = new DeckEditing(deps.decks.folder, deps.now);
  const saved = new SavedDecks(deps.decks, editing);
  app.route('/decks', deckApi({ ...deps, editing, saved }));
  addAsked(app, deps, editing);
  addSavedDeck(app, deps, saved);
  app.route('/', importApi(deps));
  app.route('/', sessionFileApi(deps));
  addSessions(app, deps);
  addCommands(app, deps);
  app.route('/', resultFiles(deps));
  addCross(app, deps);
  addComparison(app, deps);
  addReportFile(app, deps);
  addReplay(app, deps);
  // Not `notFound`, which Hono ignores in a mounted app.
  app.all('*', (c) => refuse(c, 404, 'not-found', 'There is nothing at this address.'));
  return app;
}

/** Exchanges the key for a cookie, so that no page has to store the key. */
function addSignIn(app: Hono<Env>, deps: ApiDeps): void {
  app.post('/sign-in', async (c) => {
    if (!isOwnOrigin(c.env.incoming, deps.publicUrl)) return refuseOtherSite(c);
    const body = signInBody.safeParse(await readJson(c));
    if (!body.success) return refuse(c, 400, 'bad-request', 'Send {"key": "…"}.');
    const checked = await checkKey(
      deps.key,
      deps.wrongKeys,
      body.data.key,
      clientAddress(c.env.incoming),
    );
    if (!checked.ok) return refuseKey(c, checked.error);
    setCookie(c, PRESENTER_COOKIE, deps.key.cookie(deps.now()), {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      maxAge: SIGNED_IN_SECONDS,
      secure: deps.publicUrl?.startsWith('https:') ?? false,
    });
    return c.body(null, 204);
  });
  app.post('/sign-out', (c) => {
    // Else any site that the presenter visits could take the console out of their hands.
    if (!isOwnOrigin(c.env.incoming, deps.publicUrl)) return refuseOtherSite(c);
    deleteCookie(c, PRESENTER_COOKIE, { path: '/' });
    return c.body(null, 204);
  });
}

/** Refuses a request without key and cookie; returns undefined if it is allowed. */
async function refuseUnlessSignedIn(c: Context<Env>, deps: ApiDeps): Promise<Response | undefined> {
  const bearer = /^Bearer (.+)$/.exec(c.req.header('Authorization') ?? '')?.[1];
  if (bearer !== undefined) {
    const checked = await checkKey(deps.key, deps.wrongKeys, bearer, clientAddress(c.env.incoming));
    return checked.ok ? undefined : refuseKey(c, checked.error);
  }
  if (!deps.key.isSignedIn(getCookie(c, PRESENTER_COOKIE), deps.now())) {
    return refuse(c, 401, 'key-needed', 'Sign in with the presenter key first.');
  }
  // Browsers send the cookie with requests of any site; only our own pages may use it.
  return isOwnOrigin(c.env.incoming, deps.publicUrl) ? undefined : refuseOtherSite(c);
}

function addSessions(app: Hono<Env>, deps: ApiDeps): void {
  app.post('/sessions', async (c) => {
    const body = startBody.safeParse(await readJson(c));
    if (!body.success) return refuse(c, 400, 'bad-request', 'Send {"deck": "its folder\'s name"}.');
    const deck = await deps.decks.load(body.data.deck);
    if (!deck.ok) return refuseDeck(c, deck.error);
    const started = await deps.registry.start(deck.value, body.data.rehearsal ?? false);
    if (!started.ok) return refuse(c, 503, started.error.name, started.error.message);
    deps.logger.sessionStarted(started.value);
    const nobody = { people: 0, answers: 0 };
    const session = { ...started.value, lastAt: started.value.startedAt, attendance: nobody };
    return c.json(describe(session, deps.baseUrl(), deps.keepDays), 201);
  });
  app.get('/sessions', (c) => listSessions(c, deps));
  app.get('/sessions/:code', async (c) =>
    withSession(c, deps, (session) =>
      c.json(describeState(session.state, deps.baseUrl(), deps.keepDays)),
    ),
  );
  app.delete('/sessions/:code', async (c) => {
    const code = c.req.param('code');
    const deleted = await deps.registry.forget(code);
    if (!deleted.ok) return refuse(c, 503, deleted.error.name, deleted.error.message);
    if (deleted.value === 'unknown') return unknownCode(c);
    deps.onDeleted(code);
    if (deleted.value === 'gone') return c.body(null, 204);
    return c.json({ message: STILL_READ } satisfies DeletionNotice, 202);
  });
}

/** Names a session, ends it, or lets it go on. */
function addCommands(app: Hono<Env>, deps: ApiDeps): void {
  const command = (c: Context<Env>, asked: Command): Promise<Response> =>
    withSession(c, deps, (session) => dispatch(c, deps, session, asked));
  app.post('/sessions/:code/name', async (c) => {
    const body = nameBody.safeParse(await readJson(c));
    if (body.success) return command(c, { type: 'session:name', name: body.data.name });
    return refuse(c, 400, 'bad-request', WRONG_NAME);
  });
  app.post('/sessions/:code/end', (c) => command(c, { type: 'session:end' }));
  app.post('/sessions/:code/reopen', (c) => command(c, { type: 'session:reopen', at: deps.now() }));
}

/** One page of the sessions, with a link to the next one where there is one (RFC 8288). */
async function listSessions(c: Context<Env>, deps: ApiDeps): Promise<Response> {
  const page = readPage(c.req.query(), deps.now());
  if (page === null) return refuse(c, 400, 'bad-request', 'There is no such page.');
  const named = page.filter.decks.map((deck) => everyName(deps.decks.folder, deck));
  const decks = (await Promise.all(named)).flat();
  const listed = await pageOf(deps.log, { ...page, filter: { ...page.filter, decks } });
  if (!listed.ok) return refuse(c, 503, listed.error.name, listed.error.message);
  const { sessions, next } = listed.value;
  if (next !== null) c.header('Link', `</api/v1/sessions?${next}>; rel="next"`);
  return c.json(sessions.map((session) => describe(session, deps.baseUrl(), deps.keepDays)));
}

/** Writes a question that was asked on the spot into its deck. */
function addAsked(app: Hono<Env>, deps: ApiDeps, editing: DeckEditing): void {
  app.post('/sessions/:code/asked/:id/save', (c) =>
    withSession(c, deps, async ({ state }) =>
      answerEdit(c, await saveAskedSlide(editing, state.deck, c.req.param('id')), () => ({})),
    ),
  );
}

/** Compares a session with the saved version of its deck, and shows that in it. */
function addSavedDeck(app: Hono<Env>, deps: ApiDeps, saved: SavedDecks): void {
  app.get('/sessions/:code/saved-deck', (c) =>
    withSession(c, deps, async ({ state }) => {
      const deck = await saved.find(state.deck.name);
      return c.json({ saved: savedState(state, deck) } satisfies SavedDeckState);
    }),
  );
  app.post('/sessions/:code/saved-deck', (c) =>
    withSession(c, deps, async (session) => {
      const deck = await saved.find(session.state.deck.name);
      if (!deck.ok) return refuseDeck(c, deck.error);
      return dispatch(c, deps, session, { type: 'deck:revise', deck: deck.value });
    }),
  );
}

function savedState(state: SessionState, deck: Result<Deck, DeckRefusal>): SavedDeckState['saved'] {
  if (deck.ok) return showsSaved(state, deck.value) ? 'shown' : 'changed';
  return deck.error.name === 'unknown-deck' ? 'gone' : 'with-mistakes';
}

async function dispatch(
  c: Context<Env>,
  deps: ApiDeps,
  session: LiveSession,
  command: Command,
): Promise<Response> {
  const done = await session.dispatch(command);
  if (done.ok) return c.json(describeState(session.state, deps.baseUrl(), deps.keepDays));
  const { name, message } = done.error;
  return refuse(c, isStorageProblem(name) ? 503 : 409, name, message);
}

function refuseDeck(c: Context<Env>, { name, message, problems }: DeckRefusal): Response {
  return c.json({ error: { name, message, problems } }, name === 'unknown-deck' ? 404 : 422);
}

function refuseKey(c: Context<Env>, { name, message, retryAfter }: WireError): Response {
  if (retryAfter !== undefined) c.header('Retry-After', String(retryAfter));
  return refuse(c, name === 'slow-down' ? 429 : 401, name, message);
}

function refuseOtherSite(c: Context<Env>): Response {
  return refuse(c, 403, 'foreign-page', 'Requests from another site are not allowed.');
}
