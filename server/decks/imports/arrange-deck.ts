import { success, type Result } from '../../../src/lib/result.ts';
import type { LeftOut } from '../../../src/protocol/imports.ts';
import type { KeptFile } from './brought-file.ts';
import { ABOUT_A_PROJECT, depthOf, folderOf } from './deck-paths.ts';
import { importFailure, type ImportProblem } from './import-problem.ts';
import { reasonOfKind } from './left-out-reasons.ts';

/** The part of the brought files that becomes a deck. */
export interface Arrangement {
  /** The path of the folder that becomes the deck's, ending with `/`; empty for the whole. */
  readonly root: string;
  readonly leftOut: readonly LeftOut[];
}

const MOST_NAMED = 4;

/**
 * Finds the folder that holds the slides: the one that is nearest to the top. In a project, a folder
 * with an `index.html` or a `package.json`, README.md and the like hold none.
 */
export function arrangeDeck(files: readonly KeptFile[]): Result<Arrangement, ImportProblem> {
  const projects = new Set(
    files.flatMap(({ path }) =>
      /(?:^|\/)(?:index\.html|package\.json)$/.test(path) ? [folderOf(path)] : [],
    ),
  );
  const isAbout = (path: string): boolean =>
    projects.has(folderOf(path)) && ABOUT_A_PROJECT.test(path.slice(folderOf(path).length));
  const markdown = files.filter(({ is }) => is === 'markdown').map(({ path }) => path);
  const ofSlides = markdown.filter((path) => !isAbout(path));
  const slides = ofSlides.length === 0 ? markdown : ofSlides;
  const folders = [...new Set(slides.map(folderOf))];
  const least = Math.min(...folders.map(depthOf));
  const [root, ...others] = folders.filter((folder) => depthOf(folder) === least).sort();
  if (root === undefined) return importFailure('no-slides', noMarkdown(files));
  if (others.length > 0) return importFailure('no-slides', severalDecks([root, ...others]));
  const chosen = new Set(slides.filter((path) => folderOf(path) === root));
  const leftOut = files.flatMap((file) => {
    const reason = reasonToLeaveOut(file, root, chosen);
    return reason === null ? [] : [{ path: file.path, reason }];
  });
  return success({ root, leftOut });
}

function reasonToLeaveOut(
  file: KeptFile,
  root: string,
  slides: ReadonlySet<string>,
): string | null {
  const { is, path } = file;
  const ofKind = reasonOfKind(file);
  if (ofKind !== null) return ofKind;
  if (!path.startsWith(root)) return 'it is outside the folder with the slides';
  if (is === 'media' || slides.has(path)) return null;
  if (is === 'settings' && folderOf(path) === root) return null;
  return folderOf(path) === root ? 'it is about a project' : 'it is not beside the slides';
}

function noMarkdown(files: readonly KeptFile[]): string {
  const rule = 'A deck needs a Markdown file (*.md), and there is none.';
  const isOther = files.some(({ path }) => /\.(?:pptx?|odp|key|pdf)$/i.test(path));
  if (isOther) {
    return `${rule} PowerPoint, Keynote and PDF cannot be read: make a new deck, and copy their text into it.`;
  }
  if (!files.some(({ is }) => is === 'page')) return rule;
  return `${rule} A page of reveal.js has slides, too, and none of the pages here is one.`;
}

function severalDecks(folders: readonly string[]): string {
  const named = folders.slice(0, MOST_NAMED).map((folder) => folder.slice(0, -1));
  const more = folders.length > MOST_NAMED ? ' and others' : '';
  return `Several folders hold Markdown: ${named.join(', ')}${more}. Bring one of them.`;
}
