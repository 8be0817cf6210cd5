import { lstat, mkdir, readdir, realpath, rename, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Mutex } from '../../../src/lib/mutex.ts';
import { failure, success, type Result } from '../../../src/lib/result.ts';
import { randomText } from '../../auth/random.ts';
import { readNewDeckName } from '../deck-name.ts';
import { presentName } from '../renamed-decks.ts';
import { syncFolder, writeProblem } from '../write-whole.ts';
import { compileImport } from './compile-import.ts';
import { DeckImport } from './deck-import.ts';
import { KEPT_MS, MOST_IMPORTS } from './import-limits.ts';
import { importFailure, type ImportProblem } from './import-problem.ts';
import { freeName } from '../../../src/lib/folder-name.ts';

/** Hidden, so that it is no deck; beside the decks, so that a deck is taken by one rename. */
const INCOMING = '.incoming';

/** The decks that were brought and are not taken yet. */
export class DeckImports {
  readonly #imports = new Map<string, DeckImport>();
  readonly #takes = new Mutex();

  constructor(
    /** The folder of decks. */
    readonly decks: string,
    /** Milliseconds since 1970-01-01 UTC. */
    readonly now: () => number,
  ) {}

  /** Begins to take in a deck under the name of its file or folder. Of more than a few the oldest is dropped. */
  async begin(broughtAs: string): Promise<Result<DeckImport, ImportProblem>> {
    await this.removeOld();
    try {
      const folder = join(this.decks, INCOMING);
      const id = randomText(12);
      await mkdir(join(folder, id), { recursive: true });
      // By a link there, all that arrives would be written elsewhere.
      if ((await realpath(folder)) !== join(await realpath(this.decks), INCOMING)) {
        await rm(join(folder, id), { recursive: true });
        return importFailure(
          'read-only',
          `${INCOMING} in the folder of decks is a link. Remove it.`,
        );
      }
      const begun = new DeckImport(id, join(folder, id), broughtAs);
      const [oldest] = this.#imports.size < MOST_IMPORTS ? [] : this.#imports.values();
      if (oldest !== undefined) await this.drop(oldest.id);
      this.#imports.set(id, begun);
      setTimeout(() => void this.drop(id), KEPT_MS).unref();
      return success(begun);
    } catch (error) {
      return failure(writeProblem(error));
    }
  }

  find(id: string): DeckImport | null {
    return this.#imports.get(id) ?? null;
  }

  /** Removes all files of an import. */
  async drop(id: string): Promise<void> {
    this.#imports.delete(id);
    const folder = join(this.decks, INCOMING, id);
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    // Fails while others are there.
    await rmdir(join(this.decks, INCOMING)).catch(() => undefined);
  }

  /** Makes a deck of an import, by one rename. Resolves with its name. */
  take(taken: DeckImport, wanted: string): Promise<Result<string, ImportProblem>> {
    return this.#takes.run(() =>
      taken.turns.run(async () => {
        const name = readNewDeckName(wanted);
        if (!name.ok) return name;
        taken.isBeingTaken = true;
        const deck = await compileImport(taken);
        const moved = deck.ok ? await this.#move(deck.value.folder, name.value, taken) : deck;
        taken.isBeingTaken = moved.ok;
        return moved;
      }),
    );
  }

  /** The names in the folder of decks. */
  async names(): Promise<string[]> {
    return readdir(this.decks).catch(() => []);
  }

  /** Removes decks that were brought an hour ago or longer, by an earlier process too. */
  async removeOld(): Promise<void> {
    const folder = join(this.decks, INCOMING);
    for (const id of await readdir(folder).catch(() => [])) {
      const { mtimeMs } = await stat(join(folder, id)).catch(() => ({ mtimeMs: Infinity }));
      if (this.now() - mtimeMs >= KEPT_MS) await this.drop(id);
    }
  }

  async #move(
    from: string,
    name: string,
    taken: DeckImport,
  ): Promise<Result<string, ImportProblem>> {
    const names = await this.names();
    // By a name of before, sessions of the past find the pictures of the deck that had it.
    const before = await presentName(this.decks, name);
    const free = freeName(name, before === null ? names : [...names, name]);
    if (free !== name) return failure(nameTaken(name, free));
    try {
      const to = join(this.decks, name);
      if (await lstat(to).catch(() => null))
        return failure(nameTaken(name, freeName(name, [name])));
      await rename(from, to);
      await syncFolder(this.decks);
    } catch (error) {
      return failure(writeProblem(error));
    }
    await this.drop(taken.id);
    return success(name);
  }
}

function nameTaken(name: string, free: string): ImportProblem {
  const message = `There is a deck “${name}” already. “${free}” is free.`;
  return { name: 'name-taken', message, free };
}
