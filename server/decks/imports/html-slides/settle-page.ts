import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { STYLE_FILE } from '../../../../src/deck/deck.ts';
import { decoded } from '../../../../src/lib/decoded.ts';
import { success, type Result } from '../../../../src/lib/result.ts';
import type { LeftOut } from '../../../../src/protocol/imports.ts';
import { fitsItsName } from '../../media-signature.ts';
import { writeWhole } from '../../write-whole.ts';
import type { KeptFile } from '../brought-file.ts';
import { folderOf } from '../deck-paths.ts';
import type { ImportProblem } from '../import-problem.ts';
import { NOT_ITS_KIND, reasonOfKind } from '../left-out-reasons.ts';
import type { SettledDeck } from '../settled-deck.ts';
import { findPages } from './find-pages.ts';
import { readPageDeck, type PageDeck } from './page-deck.ts';

const SLIDES = 'slides.md';
const NOT_BROUGHT = 'the page takes slides from it, and it was not brought';

/**
 * Makes a deck of the page with slides among the files that are brought: its Markdown, its style sheet,
 * and the pictures and other media that they name. Null where no page has slides.
 *
 * @param from the folder with the files
 * @param into the folder for the deck, which is made anew
 */
export async function settlePage(
  from: string,
  into: string,
  files: readonly KeptFile[],
): Promise<Result<SettledDeck, ImportProblem> | null> {
  for (const page of await findPages(from, files)) {
    const deck = await readPageDeck(from, page, files);
    if (!deck.ok) return deck;
    if (deck.value === null) continue;
    await rm(into, { recursive: true, force: true });
    return writeDeck(deck.value, page.path, from, into, files);
  }
  return null;
}

async function writeDeck(
  deck: PageDeck,
  page: string,
  from: string,
  into: string,
  files: readonly KeptFile[],
): Promise<Result<SettledDeck, ImportProblem>> {
  const pictures = deck.pictures.filter(({ path, data }) => fitsItsName(path, data));
  for (const { path, data } of [...textFiles(deck), ...pictures]) {
    const written = await write(into, path, data);
    if (!written.ok) return written;
  }
  const named = namesIn(deck);
  const leftOut: LeftOut[] = deck.missing.map((path) => ({ path, reason: NOT_BROUGHT }));
  for (const file of files) {
    const path = file.path.slice(folderOf(page).length);
    const isNamed = file.path.startsWith(folderOf(page)) && named.has(path);
    const data = isNamed && file.is === 'media' ? await readFile(join(from, file.path)) : null;
    const reason = reasonToLeaveOut(file, page, deck, data);
    if (reason !== null) leftOut.push({ path: file.path, reason });
    if (reason !== null || data === null) continue;
    const written = await write(into, path, data);
    if (!written.ok) return written;
  }
  return success({ folder: into, leftOut });
}

function textFiles({ markdown, style }: PageDeck): { path: string; data: string }[] {
  const slides = { path: SLIDES, data: markdown };
  return style === '' ? [slides] : [slides, { path: STYLE_FILE, data: style }];
}

async function write(
  folder: string,
  path: string,
  data: string | Uint8Array,
): Promise<Result<null, ImportProblem>> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  return writeWhole(file, data);
}

/**
 * The reason for which a file is no part of the deck of a page; null for one that is.
 *
 * @param data that of media that the deck names; else null
 */
function reasonToLeaveOut(
  file: KeptFile,
  page: string,
  { takenIn }: PageDeck,
  data: Buffer | null,
): string | null {
  const { path } = file;
  if (path === page || takenIn.has(path)) return `its slides were read into ${SLIDES}`;
  if (path === folderOf(page) + STYLE_FILE) return null;
  if (data === null) return reasonOfKind(file) ?? 'no slide names it';
  return fitsItsName(path, data) ? null : NOT_ITS_KIND;
}

/** All in the texts of a deck that may be the path of a file in its folder. */
function namesIn({ markdown, style }: PageDeck): ReadonlySet<string> {
  const parts = (markdown + style).split(/["'()<>,\n]/);
  const words = parts.flatMap((part) => [part.trim(), ...part.split(/\s+/)]);
  return new Set(
    words.map((word) => decoded(word.replace(/[?#].*$/, '')).replace(/^(?:\.\/)+/, '')),
  );
}
