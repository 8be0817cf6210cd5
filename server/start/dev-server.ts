import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join, relative, resolve, sep } from 'node:path';
import type { ViteDevServer } from 'vite';
import { problemLine } from '../decks/deck-report.ts';
import { isDeckName } from '../decks/deck-name.ts';
import { deckNames } from '../decks/read-deck.ts';
import type { App } from './app.ts';
import type { Pages } from '../http/pages.ts';
import { decksDir } from './environment.ts';
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
  const decks = resolve(decksDir(process.env));
  const pending = new Map<string, NodeJS.Timeout>();
  void readAll(app, decks).catch(app.fault);
  vite.watcher.add(decks);
  vite.watcher.on('all', (_event, file) => {
    const [deck = '', ...rest] = relative(decks, resolve(file)).split(sep);
    if (!isDeckName(deck) || rest.length === 0) return;
    clearTimeout(pending.get(deck));
    pending.set(
      deck,
      setTimeout(() => void takeIn(app, deck).catch(app.fault), SAVED_AFTER_MS),
    );
  });
}

/** Takes in every deck as it is now, so that screens show the mistakes of those that they have open. */
async function readAll(app: App, decks: string): Promise<void> {
  for (const deck of await deckNames(decks)) await app.deckChanged(deck);
}

async function takeIn(app: App, deck: string): Promise<void> {
  for (const problem of await app.deckChanged(deck)) {
    process.stdout.write(`  ${problemLine(join(decksDir(process.env), deck), problem)}\n`);
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
