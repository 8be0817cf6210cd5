import type { IncomingMessage } from 'node:http';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { success, type Result } from '../../../src/lib/result.ts';
import { writeProblem } from '../write-whole.ts';
import { importFailure, type ImportProblem } from './import-problem.ts';

/** A part of a file, in bytes. */
export interface Part {
  /** Its first byte in the file: all from there on is written anew. */
  readonly from: number;
  /** The size of the whole file; null where this is its last part. */
  readonly of: number | null;
}

/** A file that arrives, in one part or in several, one after another. */
export class ReceivedFile {
  size = 0;
  #of: number | null = null;
  #arriving: { readonly request: IncomingMessage; readonly done: Promise<unknown> } | null = null;

  constructor(
    readonly file: string,
    /** Its largest size in bytes. */
    readonly largest: number,
  ) {}

  /** True if all of it is there. */
  get isWhole(): boolean {
    return this.size === this.#of;
  }

  /**
   * Writes the body of a request as a part. A later request ends one that is still arriving: the sender
   * has given it up.
   *
   * @param grow takes a number of bytes off the rest that may arrive; false where that is used up
   */
  async receive(
    request: IncomingMessage,
    part: Part,
    grow: (bytes: number) => boolean,
  ): Promise<Result<null, ImportProblem>> {
    while (this.#arriving !== null) {
      this.#arriving.request.destroy();
      await this.#arriving.done;
    }
    if (part.from > this.size) {
      return importFailure(
        'cut-off',
        `The parts before this one have not arrived. Bring it again.`,
      );
    }
    const announced = Number(request.headers['content-length'] ?? 0);
    if (Math.max(part.from + announced, part.of ?? 0) > this.largest) return this.#tooLarge();
    const done = this.#write(request, part, grow);
    this.#arriving = { request, done };
    const result = await done;
    this.#arriving = null;
    return result;
  }

  async #write(
    request: IncomingMessage,
    { from, of }: Part,
    grow: (bytes: number) => boolean,
  ): Promise<Result<null, ImportProblem>> {
    this.#of = of;
    let handle: FileHandle | null = null;
    try {
      await mkdir(dirname(this.file), { recursive: true });
      handle = await open(this.file, from === 0 ? 'w' : 'r+');
      await handle.truncate(from);
      grow(from - this.size);
      this.size = from;
      const written = await this.#append(handle, request, grow);
      if (!written.ok) return written;
      this.#of ??= this.size;
      await handle.sync();
      return written;
    } catch (error) {
      this.#of = null;
      if (request.readableAborted || request.errored !== null) {
        return importFailure('cut-off', 'The connection ended before all of it had arrived.');
      }
      return { ok: false, error: writeProblem(error) };
    } finally {
      await handle?.close();
    }
  }

  async #append(
    handle: FileHandle,
    request: IncomingMessage,
    grow: (bytes: number) => boolean,
  ): Promise<Result<null, ImportProblem>> {
    // Not destroyed where it is too large: its sender reads why.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      // Sound: a request without an encoding gives buffers.
      const bytes = chunk as Buffer;
      if (this.size + bytes.length > this.largest) return this.#tooLarge();
      if (!grow(bytes.length)) {
        return importFailure('too-large', 'A deck has 100 MB at most, and this one has more.');
      }
      await writeAll(handle, bytes, this.size);
      this.size += bytes.length;
    }
    return success(null);
  }

  #tooLarge(): Result<never, ImportProblem> {
    this.#of = null;
    return importFailure(
      'too-large',
      `A file of ${this.largest / 1_000_000} MB is the largest that is taken.`,
    );
  }
}

/** Writes bytes at a place of a file. A disk that is nearly full takes a part of them first. */
async function writeAll(handle: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, written, null, at + written);
    written += bytesWritten;
  }
}
