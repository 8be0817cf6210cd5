import type { IncomingMessage } from 'node:http';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Mutex } from '../../../src/lib/mutex.ts';
import { success, type Result } from '../../../src/lib/result.ts';
import type { LeftOut } from '../../../src/protocol/imports.ts';
import { writeProblem } from '../write-whole.ts';
import { arrangeDeck } from './arrange-deck.ts';
import { BroughtFiles } from './brought-files.ts';
import { readBroughtFile } from './brought-file.ts';
import { settlePage } from './html-slides/settle-page.ts';
import { LARGEST_DECK } from './import-limits.ts';
import { importFailure, type ImportProblem } from './import-problem.ts';
import { NOT_ITS_KIND } from './left-out-reasons.ts';
import { isOfItsKind } from '../media-signature.ts';
import { ReceivedFile, type Part } from './receive-file.ts';
import type { SettledDeck } from './settled-deck.ts';
import { unpackZip } from './unpack-zip.ts';

const ZIP = 'upload.zip';

/** The files of one deck that somebody brings, in a folder of their own until it is taken. */
export class DeckImport {
  /** One after another: a look at the deck, and taking it. */
  readonly turns = new Mutex();
  /** While true, nothing more is taken in: it would be missing in the deck, or only half there. */
  isBeingTaken = false;
  #files = new BroughtFiles();
  readonly #received = new Map<string, ReceivedFile>();
  #left = LARGEST_DECK;
  #settled: SettledDeck | null = null;

  constructor(
    readonly id: string,
    /** The folder of the import, which is there and belongs to it alone. */
    readonly folder: string,
    /** The name of the file or folder that is brought. */
    readonly broughtAs: string,
  ) {}

  /** Takes in a file of a folder, or a part of one. */
  async receiveFile(
    path: string,
    request: IncomingMessage,
    part: Part,
  ): Promise<Result<null, ImportProblem>> {
    const added = this.#files.add(path, 0);
    if (!added.ok) return added;
    this.#settled = null;
    if (added.value === null) return success(null);
    const read = readBroughtFile(path);
    const largest = read.ok ? BroughtFiles.largest(read.value) : 0;
    return this.#receive(join('files', added.value), largest, request, part);
  }

  /** Takes in a zip, or a part of one. */
  receiveZip(request: IncomingMessage, part: Part): Promise<Result<null, ImportProblem>> {
    this.#settled = null;
    return this.#receive(ZIP, LARGEST_DECK, request, part);
  }

  /** Finds a media file that has arrived whole; resolves with its real path. */
  mediaFile(path: string): Result<string, ImportProblem> {
    const read = readBroughtFile(path);
    if (!read.ok) return read;
    if (read.value.is !== 'media') {
      return importFailure('bad-name', `"${path}" is of a type that slides do not show.`);
    }
    const file = this.#received.get(join('files', read.value.path));
    if (file?.isWhole === true) return success(file.file);
    return importFailure('cut-off', 'Not all of it has arrived. Bring it again.');
  }

  /** Makes a deck of the files that have arrived; the same again until more arrive. */
  async settle(): Promise<Result<SettledDeck, ImportProblem>> {
    if (this.#settled !== null) return success(this.#settled);
    const missing = [...this.#received].find(([, file]) => !file.isWhole);
    if (missing !== undefined) {
      return importFailure('cut-off', 'Not all of it has arrived. Bring it again.');
    }
    try {
      const settled = await this.#settle();
      if (settled.ok) this.#settled = settled.value;
      return settled;
    } catch (error) {
      return { ok: false, error: writeProblem(error) };
    }
  }

  async #settle(): Promise<Result<SettledDeck, ImportProblem>> {
    const folder = join(this.folder, 'files');
    if (this.#received.has(ZIP)) {
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder);
      const unpacked = await unpackZip(join(this.folder, ZIP), folder);
      if (!unpacked.ok) return unpacked;
      this.#files = unpacked.value;
    }
    const ofPage = await settlePage(folder, join(this.folder, 'deck'), this.#files.all);
    if (ofPage !== null) return ofPage;
    const arranged = arrangeDeck(this.#files.all);
    if (!arranged.ok) return arranged;
    const { root, leftOut } = arranged.value;
    for (const { path } of leftOut) await rm(join(folder, path), { force: true });
    const isOut = new Set(leftOut.map(({ path }) => path));
    const media = this.#files.all.filter(({ is, path }) => is === 'media' && !isOut.has(path));
    const misnamed: LeftOut[] = [];
    for (const { path } of media) {
      if (await isOfItsKind(join(folder, path))) continue;
      await rm(join(folder, path));
      misnamed.push({ path, reason: NOT_ITS_KIND });
    }
    return success({ folder: join(folder, root), leftOut: [...misnamed, ...leftOut] });
  }

  #receive(
    path: string,
    largest: number,
    request: IncomingMessage,
    part: Part,
  ): Promise<Result<null, ImportProblem>> {
    if (this.isBeingTaken) {
      const words = 'The deck is being taken. Bring this file on its own.';
      return Promise.resolve(importFailure('cut-off', words));
    }
    const file = this.#received.get(path) ?? new ReceivedFile(join(this.folder, path), largest);
    this.#received.set(path, file);
    return file.receive(request, part, (bytes) => {
      if (bytes > this.#left) return false;
      this.#left -= bytes;
      return true;
    });
  }
}
