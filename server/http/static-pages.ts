import type { HttpBindings } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, Hono } from 'hono';
import { STYLE_FILE } from '../../src/deck/deck.ts';
import { mediaKind } from '../../src/deck/media-kinds.ts';
import { digitsOf } from '../../src/lib/digits.ts';
import { readSessionCode } from '../../src/lib/session-code.ts';
import { isDeckName } from '../decks/deck-name.ts';
import type { Decks } from '../decks/decks.ts';
import { presentName } from '../decks/renamed-decks.ts';
import type { PageName, Pages, PageText } from './pages.ts';

export interface PageDeps {
  readonly pages: Pages;
  readonly decks: Decks;
}

const CSS = { 'Content-Type': 'text/css; charset=UTF-8', 'Cache-Control': 'no-cache' };

type Env = { Bindings: HttpBindings };

/** Adds the routes of pages, their files, and the media files of decks. */
export function addPages(routes: Hono<Env>, { pages, decks }: PageDeps): void {
  const page = (name: PageName, path: string): void => {
    routes.get(path, async (c) => sendPage(c, await pages.html(name, c.req.path)));
  };
  redirectSpellings(routes);
  page('attendee', '/');
  page('attendee', '/j/:code');
  page('desk', '/present');
  page('desk', '/present/compare');
  page('desk', '/s/:code/results');
  page('desk', '/s/:code/cross');
  page('desk', '/s/:code/replay');
  page('editor', '/present/decks/:name');
  page('stage', '/s/:code/stage');
  page('console', '/s/:code/console');
  page('remote', '/s/:code/remote');
  page('diagram', '/diagram');
  addDeckFiles(routes, decks);
  if (pages.folder !== null) {
    routes.get(
      '/*',
      serveStatic({ root: pages.folder, precompressed: true, onFound: cacheHashedFiles }),
    );
  }
  routes.notFound((c) => c.text('There is nothing at this address.', 404));
}

/** Adds the media files and style sheets of decks. */
function addDeckFiles(routes: Hono<Env>, decks: PageDeps['decks']): void {
  const slides = serveStatic<Env>({
    root: decks.folder,
    rewriteRequestPath: (path) => path.slice('/slides'.length),
  });
  routes.get(`/slides/:deck/${STYLE_FILE}`, async (c) => {
    const css = await decks.styleSheetOf(c.req.param('deck'));
    return css === null ? c.notFound() : c.body(css, 200, CSS);
  });
  routes.get('/slides/:deck/*', async (c, next) =>
    // Not a deck's Markdown, which contains notes and answers, nor what is in a hidden folder.
    mediaKind(c.req.path) === null || !isDeckName(c.req.param('deck')) ? next() : slides(c, next),
  );
  routes.get('/slides/:deck/*', async (c, next) => {
    const name = await presentName(decks.folder, c.req.param('deck'));
    if (mediaKind(c.req.path) === null || name === null) return next();
    // A session of the past names its deck as it was.
    return c.redirect(c.req.path.replace(/^\/slides\/[^/]+/, `/slides/${name}`));
  });
}

/** Leads every way of writing a session's code in an address to the proper one. */
function redirectSpellings(routes: Hono<Env>): void {
  for (const path of ['/j', '/j/']) routes.get(path, (c) => c.redirect('/'));
  // People type the code right behind the host.
  routes.get('/:code', async (c, next) => {
    const typed = c.req.param('code');
    const code = readSessionCode(typed) ?? digitsAlone(typed);
    return code === null ? next() : c.redirect(`/j/${code}`);
  });
  routes.get('/:kind{[js]}/:code/:page?', async (c, next) => {
    const { kind, code: typed, page = '' } = c.req.param();
    const code = readSessionCode(typed);
    if (code === null || code === typed) return next();
    return c.redirect(`/${kind}/${code}/${page}${new URL(c.req.url).search}`);
  });
}

/** Digits that are no code, for the page that says so; null for anything else. */
function digitsAlone(typed: string): string | null {
  return /^[\p{Nd}\s.-]+$/u.test(typed) && digitsOf(typed) !== '' ? digitsOf(typed) : null;
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
