import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { relative, resolve, sep } from 'node:path';
import type { ViteDevServer } from 'vite';
import type { Pages } from './pages.ts';
import { run } from './run.ts';

/** Serves with hot reload: pages by Vite, and decks again whenever a file of theirs is saved. */
export async function develop(createVite: (http: Server) => Promise<ViteDevServer>): Promise<void> {
  const slides = resolve('slides');
  const found: { vite?: ViteDevServer } = {};
  const { app } = await run(async (http) => {
    found.vite = await createVite(http);
    return vitePages(found.vite);
  });
  found.vite?.watcher.add(slides);
  found.vite?.watcher.on('all', (_event, file) => {
    const [deck, ...rest] = relative(slides, resolve(file)).split(sep);
    if (deck !== undefined && deck !== '..' && rest.length > 0) void app.deckChanged(deck);
  });
}

function vitePages(vite: ViteDevServer): Pages {
  return {
    async html(name, url) {
      const html = await readFile(resolve(`src/apps/${name}/index.html`), 'utf8');
      return vite.transformIndexHtml(url, html, `/src/apps/${name}/index.html`);
    },
    folder: null,
    middleware: (request, response, next) => vite.middlewares(request, response, next),
    // Vite puts styles into the page while developing.
    styleSource: "'self' 'unsafe-inline'",
  };
}
