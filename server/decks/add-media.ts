import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { LARGEST_MEDIA, mediaKind } from '../../src/deck/media-kinds.ts';
import { failure, success, type Result } from '../../src/lib/result.ts';
import { randomText } from '../auth/random.ts';
import { listDeckFiles } from './deck-files.ts';
import { readFilePath } from './deck-name.ts';
import { refused, type EditProblem } from './edit-problem.ts';
import { makeFolderInside, realDeckFolder } from './inside-folder.ts';
import { fitsItsName, SIGNATURE_BYTES } from './media-signature.ts';
import { syncFolder, writeProblem } from './write-whole.ts';

const MEGABYTE = 1_000_000;

/** Adds a picture or another file to a deck's folder. Resolves with its path: the one asked for, or one beside it where that is taken. */
export async function addMedia(
  decks: string,
  name: string,
  asked: string,
  body: Readable,
): Promise<Result<string, EditProblem>> {
  const deck = await realDeckFolder(decks, name);
  if (!deck.ok) return deck;
  const path = readFilePath(asked);
  if (!path.ok) return path;
  if (mediaKind(path.value) === null) {
    return refused('unfit-file', `"${basename(path.value)}" is of a type that slides do not show.`);
  }
  const folder = await makeFolderInside(decks, [name, ...foldersOf(path.value)]);
  if (!folder.ok) return folder;
  const temporary = join(folder.value, `.${randomText(6)}.tmp`);
  try {
    const start = await receive(body, temporary);
    if (start === 'too-large') return tooLarge();
    if (!fitsItsName(path.value, start)) {
      const message = `"${basename(path.value)}" holds something else than its name says.`;
      return refused('unfit-file', message);
    }
    const free = await takeFreeName(deck.value, path.value);
    await rename(temporary, join(folder.value, basename(free)));
    await syncFolder(folder.value);
    return success(free);
  } catch (error) {
    return failure(writeProblem(error));
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** Writes a body to a file as it arrives. Resolves with its first bytes, or `too-large` as soon as it is. */
async function receive(body: Readable, file: string): Promise<Buffer | 'too-large'> {
  let start = Buffer.alloc(0);
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      size += chunk.length;
      if (start.length < SIGNATURE_BYTES) start = Buffer.concat([start, chunk]);
      next(size > LARGEST_MEDIA ? new TooLarge() : null, chunk);
    },
  });
  try {
    await pipeline(body, measure, createWriteStream(file, { flags: 'wx', flush: true }));
  } catch (error) {
    if (error instanceof TooLarge) return 'too-large';
    throw error;
  }
  return start.subarray(0, SIGNATURE_BYTES);
}

class TooLarge extends Error {}

/** Takes the path itself, or `name-2.png` and so on, by an empty file that nobody else can take. */
async function takeFreeName(folder: string, path: string): Promise<string> {
  const dot = path.lastIndexOf('.');
  // Names that differ in capitals only are one file on some machines.
  const taken = new Set((await listDeckFiles(folder)).map((one) => one.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? path : `${path.slice(0, dot)}-${number}${path.slice(dot)}`;
    if (taken.has(free.toLowerCase())) continue;
    try {
      await (await open(join(folder, free), 'wx')).close();
      return free;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}

function foldersOf(path: string): string[] {
  const folder = dirname(path);
  return folder === '.' ? [] : folder.split('/');
}

/** The refusal of a file that is too large. */
export function tooLarge(): Result<never, EditProblem> {
  return refused(
    'too-large',
    `A file may have ${LARGEST_MEDIA / MEGABYTE} MB. Make it smaller first.`,
  );
}
