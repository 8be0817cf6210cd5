import { cp, mkdir, readdir, realpath, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Mutex } from '../../src/lib/mutex.ts';
import { failure, success, type Result } from '../../src/lib/result.ts';
import { randomText } from '../auth/random.ts';
import { readNewDeckName } from './deck-name.ts';
import { moveVersions } from './deck-versions.ts';
import { refused, type EditProblem } from './edit-problem.ts';
import { realDeckFolder } from './inside-folder.ts';
import { placeForRemoved } from './removed-files.ts';
import { noteRenamed, presentName } from './renamed-decks.ts';
import { syncFolder, writeProblem, writeWhole } from './write-whole.ts';

const FIRST_FILE = 'deck.md';

type Done = Result<string, EditProblem>;

/** Makes, copies, renames and deletes decks. Each resolves with the deck's new name. */
export class DeckLibrary {
  // Two that ask for the same name must not both get it.
  readonly #lock = new Mutex();

  constructor(readonly decks: string) {}

  /** Makes a deck with a first slide. */
  create(name: string, title: string): Promise<Done> {
    return this.#lock.run(() =>
      this.#make(name, async (folder) => {
        await mkdir(folder);
        return writeWhole(join(folder, FIRST_FILE), firstSlide(title.trim() || name));
      }),
    );
  }

  /** Copies a deck with all files in its folder. Its versions stay with it. */
  async duplicate(name: string, copy: string): Promise<Done> {
    const folder = await realDeckFolder(this.decks, name);
    if (!folder.ok) return folder;
    return this.#lock.run(() =>
      this.#make(copy, async (made) => {
        await cp(folder.value, made, { recursive: true, verbatimSymlinks: true });
        return success(null);
      }),
    );
  }

  /** Renames a deck that no running session shows, with its versions. */
  async rename(name: string, wanted: string): Promise<Done> {
    const folder = await realDeckFolder(this.decks, name);
    if (!folder.ok) return folder;
    return this.#lock.run(async () => {
      const checked = await this.#checkName(wanted, name);
      if (!checked.ok || wanted === name) return checked;
      try {
        await rename(join(this.decks, name), join(this.decks, wanted));
        await syncFolder(this.decks);
      } catch (error) {
        return failure(writeProblem(error));
      }
      await moveVersions(this.decks, name, wanted);
      const noted = await noteRenamed(this.decks, name, wanted);
      return noted.ok ? success(wanted) : noted;
    });
  }

  /** Moves a deck that no running session shows out of sight, where a person can take it back from. */
  async remove(name: string, now: number): Promise<Done> {
    const folder = await realDeckFolder(this.decks, name);
    if (!folder.ok) return folder;
    return this.#lock.run(async () => {
      const place = await placeForRemoved(this.decks, name, now);
      if (!place.ok) return place;
      try {
        await rename(join(this.decks, name), place.value);
        await syncFolder(this.decks);
        return success(name);
      } catch (error) {
        return failure(writeProblem(error));
      }
    });
  }

  /** Makes a folder under a hidden name, and gives it its own once all is in it. */
  async #make(
    name: string,
    fill: (folder: string) => Promise<Result<null, EditProblem>>,
  ): Promise<Done> {
    const checked = await this.#checkName(name, null);
    if (!checked.ok) return checked;
    const folder = join(this.decks, `.${randomText(6)}.new`);
    try {
      await mkdir(this.decks, { recursive: true });
      const filled = await fill(folder);
      if (!filled.ok) return filled;
      await rename(folder, join(await realpath(this.decks), name));
      await syncFolder(this.decks);
      return success(name);
    } catch (error) {
      return failure(writeProblem(error));
    } finally {
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    }
  }

  /** Checks the name of a deck that is to be made, or to be called differently than `now`. */
  async #checkName(name: string, now: string | null): Promise<Done> {
    const read = readNewDeckName(name);
    if (!read.ok) return read;
    const entries = await readdir(this.decks).catch(() => []);
    const taken = entries.find(
      (entry) => entry !== now && entry.toLowerCase() === name.toLowerCase(),
    );
    if (taken !== undefined) {
      return refused('name-taken', `There is a deck "${taken}" already. Choose another name.`);
    }
    const owner = await presentName(this.decks, name);
    if (owner === null || owner === now) return success(name);
    const message = `The deck "${owner}" was called "${name}" before, and its earlier sessions still find their pictures by that. Choose another name.`;
    return refused('name-taken', message);
  }
}

function firstSlide(title: string): string {
  // JSON's way of writing a text is one of YAML's.
  return `---\ntitle: ${JSON.stringify(title)}\nlang: en\nlayout: title\n---\n\n# ${title.replace(/\s+/g, ' ')}\n`;
}
