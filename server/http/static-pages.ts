import type { HttpBindings } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { digitsOf } from '../../src/lib/digits.ts';
import type { Decks } from '../decks/decks.ts';
import type { PageName, Pages, PageText } from './pages.ts';

interface PageDeps {
  readonly pages: Pages;
  readonly decks: Decks;
}

type Env = { Bindings: HttpBindings };

// The files of a deck that are served. Its Markdown is not, because it contains notes and answers.
const MEDIA = /\.(avif|gif|jpe?g|png|svg|webp|mp4|webm|mp3|ogg|wav|woff2?|pdf)$/i;

/** The pages with slides, which may frame `/diagram`. */
const SLIDES = /^\/s\/[^/]+\/(?:stage|console)$/;

/** Adds the security headers of every response. */
export function addHeaders(routes: Hono<Env>, { pages }: { readonly pages: Pages }): void {
  const styles = pages.styleSource.split(' ');
  const plain = headers({ styleSrc: styles }, 'DENY');
  const slides = headers({ styleSrc: styles, frameSrc: ["'self'"] }, 'DENY');
  // Mermaid writes styles into its page, which holds nothing else and is only shown within slides.
  const diagram = headers(
    { styleSrc: ["'self'", "'unsafe-inline'"], frameAncestors: ["'self'"] },
    'SAMEORIGIN',
  );
  routes.use((c, next) => {
    if (c.req.path === '/diagram') return diagram(c, next);
    return SLIDES.test(c.req.path) ? slides(c, next) : plain(c, next);
  });
}

function headers(
  policy: Readonly<Record<string, string[]>>,
  xFrameOptions: 'DENY' | 'SAMEORIGIN',
): ReturnType<typeof secureHeaders> {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      imgSrc: ["'self'"],
      fontSrc: ["'self'"],
      mediaSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      ...policy,
    },
    referrerPolicy: 'no-referrer',
    xFrameOptions,
    // Lecture halls use plain HTTP, so HSTS is left to a proxy that has HTTPS.
    strictTransportSecurity: false,
  });
}

/** Adds the routes of pages, their files, and the media files of decks. */
export function addPages(routes: Hono<Env>, { pages, decks }: PageDeps): void {
  const page = (name: PageName, path: string): void => {
    routes.get(path, async (c) => sendPage(c, await pages.html(name, c.req.path)));
  };
  page('attendee', '/');
  page('attendee', '/j/:code');
  // People type the code right behind the host.
  routes.get('/:code', async (c, next) => {
    const typed = c.req.param('code');
    const isCode = /^[\p{Nd}\s.-]+$/u.test(typed) && digitsOf(typed).length === 6;
    return isCode ? c.redirect(`/j/${digitsOf(typed)}`) : next();
  });
  page('desk', '/present');
  page('desk', '/s/:code/results');
  page('stage', '/s/:code/stage');
  page('console', '/s/:code/console');
  page('diagram', '/diagram');
  const slides = serveStatic<Env>({
    root: decks.folder,
    rewriteRequestPath: (path) => path.slice('/slides'.length),
  });
  routes.get('/slides/:deck/*', async (c, next) =>
    MEDIA.test(c.req.path) ? slides(c, next) : next(),
  );
  if (pages.folder !== null) {
    routes.get(
      '/*',
      serveStatic({ root: pages.folder, precompressed: true, onFound: cacheHashedFiles }),
    );
  }
  routes.notFound((c) => c.text('There is nothing at this address.', 404));
}

/** Sends a page with the best accepted compression: brotli over HTTPS, gzip on plain HTTP. */
function sendPage(c: Context<Env>, page: PageText): Response {
  c.header('Cache-Control', 'no-cache');
  c.header('Content-Type', 'text/html; charset=UTF-8');
  c.header('Vary', 'Accept-Encoding');
  const accepted = new Set(c.req.header('Accept-Encoding')?.split(/\s*,\s*/));
  for (const coding of ['br', 'gzip'] as const) {
    const body = page[coding];
    if (body === undefined || !accepted.has(coding)) continue;
    c.header('Content-Encoding', coding);
    return c.body(body);
  }
  return c.body(page.identity);
}

/** Lets browsers cache files with a content hash in their name for ever. */
function cacheHashedFiles(path: string, c: { header(name: string, value: string): void }): void {
  if (/[/\\]assets[/\\]/.test(path))
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
}
