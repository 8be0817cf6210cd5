import type { HttpBindings } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Decks } from '../decks/decks.ts';
import type { PageName, Pages, PageText } from './pages.ts';

interface PageDeps {
  readonly pages: Pages;
  readonly decks: Decks;
}

type Env = { Bindings: HttpBindings };

// What a deck may bring along. Its Markdown is not among them: it holds notes and keys.
const MEDIA = /\.(avif|gif|jpe?g|png|svg|webp|mp4|webm|mp3|ogg|wav|woff2?|pdf)$/i;

/** The headers of every answer. */
export function addHeaders(routes: Hono<Env>, { pages }: { readonly pages: Pages }): void {
  routes.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: pages.styleSource.split(' '),
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
      xFrameOptions: 'DENY',
      // Plain HTTP in a lecture hall must not lock browsers into HTTPS; a proxy that has it says so.
      strictTransportSecurity: false,
    }),
  );
}

/** The pages, their files, and the pictures of the decks. */
export function addPages(routes: Hono<Env>, { pages, decks }: PageDeps): void {
  const page = (name: PageName, path: string): void => {
    routes.get(path, async (c) => sendPage(c, await pages.html(name, c.req.path)));
  };
  page('attendee', '/');
  page('attendee', '/j/:code');
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

/** In as few bytes as the browser takes: brotli over HTTPS, gzip in a hall without it. */
function sendPage(c: Context<Env>, page: PageText): Response {
  c.header('Cache-Control', 'no-cache');
  c.header('Content-Type', 'text/html; charset=UTF-8');
  c.header('Vary', 'Accept-Encoding');
  const taken = new Set(c.req.header('Accept-Encoding')?.split(/\s*,\s*/));
  for (const coding of ['br', 'gzip'] as const) {
    const body = page[coding];
    if (body === undefined || !taken.has(coding)) continue;
    c.header('Content-Encoding', coding);
    return c.body(body);
  }
  return c.body(page.identity);
}

/** Files whose name holds a hash of what they say never change. */
function keepFor(path: string, c: { header(name: string, value: string): void }): void {
  if (/[/\\]assets[/\\]/.test(path))
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
}
