import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { STYLE_FILE } from '../../../../src/deck/deck.ts';
import { decoded } from '../../../../src/lib/decoded.ts';
import { success, type Result } from '../../../../src/lib/result.ts';
import { within } from '../../time-limit.ts';
import type { KeptFile } from '../brought-file.ts';
import { folderOf } from '../deck-paths.ts';
import { LARGEST_TEXT } from '../import-limits.ts';
import { importFailure, type ImportProblem } from '../import-problem.ts';
import { takeOutPictures, type EmbeddedPicture } from './embedded-pictures.ts';
import type { FoundPage } from './find-pages.ts';
import { markdownFile, readPage, type Page } from './read-page.ts';
import { scaledStyle, scaleSlides } from './scale-lengths.ts';

/** The deck of a page, before it is written. */
export interface PageDeck {
  readonly markdown: string;
  readonly style: string;
  readonly pictures: readonly EmbeddedPicture[];
  /** The Markdown files whose slides are in it, by their paths. */
  readonly takenIn: ReadonlySet<string>;
  /** The Markdown files that the page names, and nobody brought. */
  readonly missing: readonly string[];
}

/** Longer than any page that a person wrote takes; every session waits meanwhile. */
const MS_TO_READ = 3_000;

/** Reads a page, and the files that it needs, as a deck; null where it has no slides. */
export async function readPageDeck(
  folder: string,
  { path, html }: FoundPage,
  files: readonly KeptFile[],
): Promise<Result<PageDeck | null, ImportProblem>> {
  const read = limited(() => readPage(html));
  if (!read.ok) return read;
  const page = read.value;
  if (page === null) return success(null);
  const texts = await readTexts(folder, path, page, files);
  // Only here: the library that writes Markdown would make each start of the server slower.
  const { pageMarkdown } = await import('./page-markdown.ts');
  const made = limited(() => {
    const slides = page.columns.flat();
    const root = folderOf(path);
    const others = files.filter((file) => file.path.startsWith(root));
    const taken = others.map((file) => file.path.slice(root.length));
    const pictures = takeOutPictures(slides, taken);
    scaleSlides(slides, page.width);
    return { pictures, markdown: pageMarkdown(page, (name) => texts.get(pathFrom(path, name))) };
  });
  if (!made.ok) return made;
  if (made.value.markdown.length > LARGEST_TEXT) {
    const words = `The slides of "${path}" have more than 1 MB of text, the most for a deck.`;
    return importFailure('too-large', words);
  }
  const own = files.find((file) => file.path === folderOf(path) + STYLE_FILE);
  return success({
    ...made.value,
    style:
      own === undefined
        ? scaledStyle(page.style, page.width)
        : await readFile(join(folder, own.path), 'utf8'),
    takenIn: new Set(texts.keys()),
    missing: namedFiles(page, path).filter((file) => !texts.has(file)),
  });
}

/** Does work on slides of somebody else. */
function limited<T>(work: () => T): Result<T, ImportProblem> {
  try {
    const done = within(MS_TO_READ)(() => [work()] as const);
    if (done !== null) return success(done[0]);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return importFailure('slow-deck', 'Its slides are nested too deep. Make them simpler.');
  }
  const words = 'It takes too long to read its slides. Make them shorter or simpler.';
  return importFailure('slow-deck', words);
}

/** The Markdown files that a page names, by their paths. */
async function readTexts(
  folder: string,
  path: string,
  page: Page,
  files: readonly KeptFile[],
): Promise<ReadonlyMap<string, string>> {
  const named = namedFiles(page, path);
  const found = files.filter((file) => file.is === 'markdown' && named.includes(file.path));
  const texts = found.map(async (file) => {
    return [file.path, await readFile(join(folder, file.path), 'utf8')] as const;
  });
  return new Map(await Promise.all(texts));
}

/** The paths of the Markdown files that a page names, each once. */
function namedFiles({ columns }: Page, path: string): string[] {
  const names = columns.flat().flatMap((slide) => markdownFile(slide) ?? []);
  return [...new Set(names.map((name) => pathFrom(path, name)))];
}

/** The path under which a Markdown file that a page names is brought. */
function pathFrom(page: string, name: string): string {
  const path = decoded(name.replace(/[?#].*$/, '')).replace(/\.markdown$/i, '.md');
  return posix.normalize(folderOf(page) + path);
}
