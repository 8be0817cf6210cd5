import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { relative, resolve, sep } from 'node:path';
import type { ViteDevServer } from 'vite';
import type { App } from './app.ts';
import type { Pages } from '../http/pages.ts';
import { start } from './start.ts';

// An editor saves in several steps, and a file that was only just emptied is no deck.
const SAVED_AFTER_MS = 60;

/** Serves with hot reload: pages by Vite, and decks again whenever a file of theirs is saved. */
export async function develop(createVite: (http: Server) => Promise<ViteDevServer>): Promise<void> {
  const found: { vite?: ViteDevServer } = {};
  const { app } = await start(async (http) => {
    found.vite = await createVite(http);
    return vitePages(found.vite);
  });
  if (found.vite !== undefined) followDecks(found.vite, app);
}

function followDecks(vite: ViteDevServer, app: App): void {
  const slides = resolve('slides');
  const pending = new Map<string, NodeJS.Timeout>();
  vite.watcher.add(slides);
  vite.watcher.on('all', (_event, file) => {
    const [deck = '..', ...rest] = relative(slides, resolve(file)).split(sep);
    if (deck === '..' || rest.length === 0) return;
    clearTimeout(pending.get(deck));
    pending.set(
      deck,
      setTimeout(() => void show(app, deck), SAVED_AFTER_MS),
    );
  });
}

async function show(app: App, deck: string): Promise<void> {
  for (const { file, line, message } of await app.deckChanged(deck)) {
    process.stdout.write(`  ${file}:${line}: ${message}\n`);
  }
}

function vitePages(vite: ViteDevServer): Pages {
  return {
    async html(name, url) {
      const html = await readFile(resolve(`src/apps/${name}/index.html`), 'utf8');
      return {
        identity: await vite.transformIndexHtml(url, html, `/src/apps/${name}/index.html`),
      };
    },
    folder: null,
    middleware: (request, response, next) => vite.middlewares(request, response, next),
    // Vite puts styles into the page while developing.
    styleSource: "'self' 'unsafe-inline'",
  };
}
