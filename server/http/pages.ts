import type { IncomingMessage, ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** The pages of src/apps. */
export type PageName = 'attendee' | 'stage' | 'console' | 'desk';

/** A page's HTML, and what it is in fewer bytes, where that is known. */
export interface PageText {
  readonly identity: string;
  readonly br?: Uint8Array<ArrayBuffer>;
  readonly gzip?: Uint8Array<ArrayBuffer>;
}

/** Where pages and their files come from: the build, or Vite while developing. */
export interface Pages {
  /** A page's HTML. `url` is the path that was asked for. */
  html(name: PageName, url: string): Promise<PageText>;
  /** The folder with the pages' files; null where `middleware` serves them. */
  readonly folder: string | null;
  /** Answers what it knows and passes on the rest. */
  readonly middleware:
    | ((request: IncomingMessage, response: ServerResponse, next: () => void) => void)
    | null;
  /** What pages may load besides their own files: nothing, once built. */
  readonly styleSource: string;
}

/** Pages as `npm run build` made them in `folder`. */
export function builtPages(folder: string): Pages {
  const html = new Map<PageName, Promise<PageText>>();
  return {
    html(name) {
      const known = html.get(name) ?? readPage(join(folder, `src/apps/${name}/index.html`));
      html.set(name, known);
      // A page that was asked for in the middle of a build may be there the next time.
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
