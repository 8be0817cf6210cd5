import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptFile } from '../brought-file.ts';
import { ABOUT_A_PROJECT, depthOf, folderOf } from '../deck-paths.ts';

const MOST_LOOKED_AT = 8;
const HAS_SLIDES = /<section[\s>]/i;

/** A page that may hold slides: its path among the files that are brought, and its HTML. */
export interface FoundPage {
  readonly path: string;
  readonly html: string;
}

/**
 * Finds the pages that may hold the slides, those nearest to the top first and `index.html` before
 * others. None where Markdown lies nearer to the top.
 */
export async function findPages(folder: string, files: readonly KeptFile[]): Promise<FoundPage[]> {
  const markdown = files.filter(({ is, path }) => is === 'markdown' && !isAbout(path));
  const nearest = Math.min(...markdown.map(({ path }) => depthOf(path)));
  const paths = files
    .filter(({ is, path }) => is === 'page' && depthOf(path) <= nearest)
    .map(({ path }) => path)
    .sort(byPlace)
    .slice(0, MOST_LOOKED_AT);
  const pages = paths.map(async (path) => ({
    path,
    html: await readFile(join(folder, path), 'utf8'),
  }));
  return (await Promise.all(pages)).filter(({ html }) => HAS_SLIDES.test(html));
}

function isAbout(path: string): boolean {
  return ABOUT_A_PROJECT.test(path.slice(folderOf(path).length));
}

function byPlace(a: string, b: string): number {
  const isIndex = (path: string): number => (/(?:^|\/)index\.html?$/i.test(path) ? 0 : 1);
  return depthOf(a) - depthOf(b) || isIndex(a) - isIndex(b) || (a < b ? -1 : 1);
}
