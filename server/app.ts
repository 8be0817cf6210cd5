import type { Server } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { api } from './api.ts';
import { group, toAttendee, type PlenaryServer } from './audience.ts';
import type { Decks } from './decks.ts';
import { guesses } from './guesses.ts';
import type { Pages } from './pages.ts';
import type { PresenterKey } from './presenter-key.ts';
import { Publisher } from './publisher.ts';
import type { Room } from './room.ts';
import { Rooms } from './rooms.ts';
import { handleSockets, openSockets } from './sockets.ts';
import type { SessionLog } from './store/session-log.ts';

/** All that Plenary needs of the world. */
export interface AppDeps {
  /** Not listening yet. */
  readonly http: Server;
  readonly log: SessionLog;
  readonly key: PresenterKey;
  readonly decks: Decks;
  readonly pages: Pages;
  /** What QR codes say, without a slash at its end; known once the server listens. */
  readonly baseUrl: () => string;
  readonly publicUrl: string | null;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number;
  /** Told of faults that nobody expected. */
  readonly onFault: (error: unknown) => void;
}

export interface App {
  readonly io: PlenaryServer;
  readonly rooms: Rooms;
  /** A deck's files changed: sessions that show it go on with what it says now. */
  deckChanged(name: string): Promise<void>;
  close(): Promise<void>;
}

type Env = { Bindings: HttpBindings };

// What a deck may bring along. Its Markdown is not among them: it holds notes and keys.
const MEDIA = /\.(avif|gif|jpe?g|png|svg|webp|mp4|webm|mp3|ogg|wav|woff2?|pdf)$/i;

/** Wires Plenary on a server that does not listen yet. */
export function createApp(deps: AppDeps): App {
  const publishers = new Map<Room, Publisher>();
  const io = openSockets(deps.http, deps.publicUrl);
  const rooms = new Rooms(deps.log, (room) => publishers.set(room, new Publisher(io, room)));
  const keeper = {
    rooms,
    key: deps.key,
    now: deps.now,
    // A hall that mistypes is let through; a program that counts up from 000000 takes days.
    wrongCodes: guesses(30, 15),
    wrongKeys: guesses(10, 30),
  };
  handleSockets(io, {
    ...keeper,
    publicUrl: deps.publicUrl,
    joinUrl: (code) => `${deps.baseUrl()}/j/${code}`,
    publisherOf: (room) => publisherOf(publishers, room),
  });
  const onForgotten = (code: string): void => {
    const everyone = ['attendee', 'stage', 'console'] as const;
    const all = everyone.map((role) => group.of(code, role));
    toAttendee(io.to(all), 'session:forgotten');
    io.in(all).disconnectSockets();
    for (const [room, publisher] of publishers) {
      if (room.state.code !== code) continue;
      publisher.stop();
      publishers.delete(room);
    }
  };
  const routes = new Hono<Env>();
  addRoutes(routes, deps, rooms);
  routes.route('/api/v1', api({ ...deps, ...keeper, onForgotten }));
  addPages(routes, deps);
  const respond = getRequestListener(routes.fetch);
  deps.http.on('request', (request, response) => {
    if (request.url?.startsWith('/socket.io/')) return;
    const pass = (): void => void respond(request, response);
    if (deps.pages.middleware === null) pass();
    else deps.pages.middleware(request, response, pass);
  });
  return {
    io,
    rooms,
    deckChanged: (name) => deckChanged(name, deps, rooms),
    async close() {
      for (const publisher of publishers.values()) publisher.stop();
      await io.close();
      await deps.log.close();
    },
  };
}

function publisherOf(publishers: ReadonlyMap<Room, Publisher>, room: Room): Publisher {
  const publisher = publishers.get(room);
  if (publisher === undefined) throw new Error(`Room ${room.state.code} has no publisher`);
  return publisher;
}

/** Health, and the headers of every answer. */
function addRoutes(routes: Hono<Env>, deps: AppDeps, rooms: Rooms): void {
  routes.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: deps.pages.styleSource.split(' '),
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        mediaSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
      // Plain HTTP in a lecture hall must not lock browsers into HTTPS; a proxy that has it says so.
      strictTransportSecurity: false,
    }),
  );
  routes.get('/healthz', (c) => c.text('ok'));
  routes.get('/readyz', async (c) => {
    const store = await rooms.log.check();
    if (store.ok) return c.json({ ready: true });
    return c.json({ ready: false, reasons: [store.error] }, 503);
  });
  routes.onError((error, c) => {
    deps.onFault(error);
    const message = 'Something went wrong here. It was noted; please try again.';
    return c.json({ error: { name: 'fault', message } }, 500);
  });
}

function addPages(routes: Hono<Env>, { pages, decks }: AppDeps): void {
  const page = (name: Parameters<Pages['html']>[0], path: string): void => {
    routes.get(path, async (c) => {
      c.header('Cache-Control', 'no-cache');
      return c.html(await pages.html(name, c.req.path));
    });
  };
  page('vote', '/');
  page('vote', '/j/:code');
  page('desk', '/present');
  page('desk', '/s/:code/results');
  page('stage', '/s/:code/stage');
  page('console', '/s/:code/console');
  const slides = serveStatic<Env>({
    root: decks.folder,
    rewriteRequestPath: (path) => path.slice('/slides'.length),
  });
  routes.get('/slides/:deck/*', async (c, next) =>
    MEDIA.test(c.req.path) ? slides(c, next) : next(),
  );
  if (pages.folder !== null) {
    routes.get('/*', serveStatic({ root: pages.folder, precompressed: true, onFound: keepFor }));
  }
  routes.notFound((c) => c.text('There is nothing at this address.', 404));
}

/** Files whose name holds a hash of what they say never change. */
function keepFor(path: string, c: { header(name: string, value: string): void }): void {
  if (/[/\\]assets[/\\]/.test(path))
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
}

async function deckChanged(name: string, deps: AppDeps, rooms: Rooms): Promise<void> {
  const loaded = await deps.decks.load(name);
  if (!loaded.ok) return;
  for (const room of await rooms.open()) {
    if (room.state.deck.name !== name || room.state.endedAt !== null) continue;
    await room.dispatch({ type: 'deck:revise', deck: loaded.value });
  }
}
