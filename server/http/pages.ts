import type { IncomingMessage, ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** The pages of src/apps. */
export type PageName = 'attendee' | 'stage' | 'console' | 'remote' | 'desk' | 'editor' | 'diagram';

/** A page's HTML, and its compressed forms where available. */
export interface PageText {
  readonly identity: string;
  readonly br?: Uint8Array<ArrayBuffer>;
  readonly gzip?: Uint8Array<ArrayBuffer>;
}

/** The source of pages and their files: the build, or Vite in development. */
export interface Pages {
  /** Returns a page's HTML. `url` is the requested path. */
  html(name: PageName, url: string): Promise<PageText>;
  /** The folder of the pages' files; null if `middleware` serves them. */
  readonly folder: string | null;
  /** Serves the files that it knows, and passes on other requests. */
  readonly middleware:
    | ((request: IncomingMessage, response: ServerResponse, next: () => void) => void)
    | null;
  /** The allowed sources of styles, for the content security policy. */
  readonly styleSource: string;
}

/** Serves the pages that `npm run build` made in `folder`. */
export function builtPages(folder: string): Pages {
  const html = new Map<PageName, Promise<PageText>>();
  return {
    html(name) {
      const known = html.get(name) ?? readPage(join(folder, `src/apps/${name}/index.html`));
      html.set(name, known);
      // A failure is not cached: a page requested during a build may exist the next time.
      known.catch(() => html.delete(name));
      return known;
    },
    folder,
    middleware: null,
    styleSource: "'self'",
  };
}

async function readPage(file: string): Promise<PageText> {
  const identity = await readFile(file, 'utf8');
  return { identity, br: brotliCompressSync(identity), gzip: gzipSync(identity) };
}
